package org.carbonbook.intake;

/**
 * A received file that no format claims.
 *
 * @param path its path below the landing folder
 * @param sourceHash the SHA-256 of its content
 * @param location where the archive keeps its content
 */
public record UnclaimedFile(String path, String sourceHash, String location) {}
