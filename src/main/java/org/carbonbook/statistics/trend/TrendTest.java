package org.carbonbook.statistics.trend;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Mann-Kendall family. {@code docs/methods/statistics.md} gives each formula and its source.
 */
public enum TrendTest {
  ORIGINAL("original", Shape.SERIES, 4),
  HAMED_RAO("hamed_rao", Shape.SERIES, 4),
  YUE_WANG("yue_wang", Shape.SERIES, 4),
  PRE_WHITENING("pre_whitening", Shape.SERIES, 5),
  TREND_FREE_PRE_WHITENING("trend_free_pre_whitening", Shape.SERIES, 5),
  SEASONAL("seasonal", Shape.SEASONS, 4),
  CORRELATED_SEASONAL("correlated_seasonal", Shape.SEASONS, 4),
  REGIONAL("regional", Shape.SITES, 4),
  CORRELATED_MULTIVARIATE("correlated_multivariate", Shape.SITES, 4),
  PARTIAL("partial", Shape.COVARIATE, 4);

  /** What a test looks at. */
  public enum Shape {
    /** One series. */
    SERIES,
    /** One series cut into seasons. */
    SEASONS,
    /** Several series over the same times. */
    SITES,
    /** One series and another that may explain it. */
    COVARIATE
  }

  private final String id;
  private final Shape shape;
  private final int minimum;

  TrendTest(String id, Shape shape, int minimum) {
    this.id = id;
    this.shape = shape;
    this.minimum = minimum;
  }

  /** The name in tables and options, e.g. {@code hamed_rao}. */
  public String id() {
    return id;
  }

  /** What the test looks at. */
  public Shape shape() {
    return shape;
  }

  /**
   * The fewest observations it is run on. Below four no outcome of S is significant (Gilbert 1987,
   * table A18).
   */
  public int minimum() {
    return minimum;
  }

  /** The test of that name, underscore or hyphen alike. */
  public static Optional<TrendTest> findById(String id) {
    String wanted = id.trim().replace('-', '_');
    return Arrays.stream(values()).filter(test -> test.id.equalsIgnoreCase(wanted)).findFirst();
  }
}
