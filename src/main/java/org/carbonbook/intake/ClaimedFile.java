package org.carbonbook.intake;

import java.time.Instant;

/**
 * A received file that a format claims.
 *
 * @param path its path below the landing folder
 * @param sourceHash the SHA-256 of its content
 * @param location where the archive keeps its content
 * @param bytes its size
 * @param fromByte where that part of the content begins that arrived with it: a file that only grew
 *     brings its new lines
 * @param arrival the number of the run that first saw this content at this path
 * @param firstSeen when the lake first saw this content, at any path
 * @param region the region that its sidecar states, or null
 * @param format how it is read
 */
public record ClaimedFile(
    String path,
    String sourceHash,
    String location,
    long bytes,
    long fromByte,
    long arrival,
    Instant firstSeen,
    String region,
    FileFormat format) {

  ClaimedFile from(long otherFromByte) {
    return new ClaimedFile(
        path, sourceHash, location, bytes, otherFromByte, arrival, firstSeen, region, format);
  }

  /** What identifies it: its content, and its path if the format reads the path. */
  String identity() {
    return String.join(
        "\n",
        sourceHash,
        Long.toString(fromByte),
        format.format(),
        String.valueOf(region),
        format.readsPath() ? path : "");
  }
}
