package org.carbonbook.statistics.trend;

/** What a trend test says at a level of significance. */
public enum TrendDirection {
  INCREASING("increasing"),
  DECREASING("decreasing"),
  NO_TREND("no trend"),
  /** The variance is negative, so the test says nothing. */
  UNDEFINED("undefined");

  private final String text;

  TrendDirection(String text) {
    this.text = text;
  }

  /** As people read it in tables. */
  public String text() {
    return text;
  }
}
