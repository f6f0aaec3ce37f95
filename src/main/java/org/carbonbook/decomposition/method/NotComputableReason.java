package org.carbonbook.decomposition.method;

/** Why a group's comparison is not computed. The name is the code that people see and query. */
public enum NotComputableReason {
  /** An input is empty. */
  MISSING_VALUE,
  /** An input is text, not a number, or not finite. */
  NOT_A_NUMBER,
  /** A positive or negative number over zero. */
  DIVISION_BY_ZERO,
  /** A factor or the left side changes its sign and the method needs logarithms. */
  SIGN_CHANGE,
  /** The left side is zero at one side of a multiplicative comparison. */
  ZERO_TOTAL,
  /** No category is present on both sides, where the method weighs by shares. */
  NOTHING_IN_COMMON,
  /** Two rows have the same key. */
  DUPLICATE_ROW,
  /** A variable that repeats its value over the rows has differing values. */
  DIFFERING_REPEATS,
  /** The effects do not add up to the change: the identity does not hold in the data. */
  NOT_CLOSED,
  /** There is nothing to compare with: one year only, or the base is absent. */
  NO_PAIR,
  /** A year of the chain is absent and gaps are rejected. */
  YEAR_MISSING,
  /** The numbers are too large or too small for the arithmetic. */
  OUT_OF_RANGE
}
