package org.carbonbook.decomposition.spark;

/** Takes a row of results from left to right, each column once. */
interface ResultRow {

  void setNull(int at);

  void setDouble(int at, double value);

  /** A whole number or text, in Spark's own types. */
  void setKey(int at, Object value);

  /** A number; nothing where it is NaN. Negative zero becomes zero. */
  default void setNumber(int at, double value) {
    if (Double.isNaN(value)) {
      setNull(at);
    } else {
      setDouble(at, value + 0.0);
    }
  }

  /** A whole number or text, or nothing where it is null. */
  default void set(int at, Object value) {
    if (value == null) {
      setNull(at);
    } else {
      setKey(at, value);
    }
  }
}
