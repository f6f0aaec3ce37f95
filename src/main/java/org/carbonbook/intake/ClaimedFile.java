package org.carbonbook.intake;

/**
 * A received file that a format claims.
 *
 * @param path its path below the landing folder
 * @param sourceHash the SHA-256 of its content
 * @param location where the archive keeps its content
 * @param bytes its size
 * @param modifiedMs when it was made
 * @param region the region stated beside it, or null
 * @param format how it is read
 */
public record ClaimedFile(
    String path,
    String sourceHash,
    String location,
    long bytes,
    long modifiedMs,
    String region,
    FileFormat format) {}
