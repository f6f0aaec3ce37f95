package org.carbonbook.yearbook.read;

import java.io.Serializable;

/**
 * What the sidecar of a file states about its tables; used if a table does not state it itself.
 *
 * @param region the region's code or name, null when nothing is stated
 * @param year the year the figures are about, null when nothing is stated
 */
public record ReadingHints(String region, Integer year) implements Serializable {

  /** Nothing is stated. */
  public static final ReadingHints NONE = new ReadingHints(null, null);
}
