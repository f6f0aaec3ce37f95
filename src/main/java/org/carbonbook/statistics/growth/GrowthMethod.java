package org.carbonbook.statistics.growth;

import java.util.Arrays;
import java.util.Optional;

/** How a growth figure is computed from a first value a, a last value b and n intervals. */
public enum GrowthMethod {
  /** b/a - 1, over the whole window. */
  TOTAL("total", "total change"),
  /** (b/a - 1)/n, the whole change shared out over the intervals. */
  SIMPLE("simple", "simple mean"),
  /** The mean of the n yearly rates; every year between must be known. */
  MEAN_OF_YEARLY("mean of yearly", "mean of yearly rates"),
  /** (b/a)^(1/n) - 1, the constant yearly rate that leads from a to b. */
  COMPOUND("compound", "compound");

  private final String id;
  private final String words;

  GrowthMethod(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in tables and files. */
  public String id() {
    return id;
  }

  /** The name in a sentence. */
  public String words() {
    return words;
  }

  /** The method of that name. */
  public static Optional<GrowthMethod> findById(String id) {
    String wanted = id.trim().replace('_', ' ');
    return Arrays.stream(values()).filter(m -> m.id.equalsIgnoreCase(wanted)).findFirst();
  }
}
