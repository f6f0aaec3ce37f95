package org.carbonbook.yearbook.read;

import java.io.Serializable;

/**
 * What is stated beside a file about its tables, for where they do not say it themselves.
 *
 * @param region the region's code or name, null when nothing is stated
 * @param year the year the figures are about, null when nothing is stated
 */
public record ReadingHints(String region, Integer year) implements Serializable {

  /** Nothing is stated. */
  public static final ReadingHints NONE = new ReadingHints(null, null);
}
