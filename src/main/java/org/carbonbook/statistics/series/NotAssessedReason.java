package org.carbonbook.statistics.series;

/** Why a figure was not computed. Each is a property of the data, never a failure of ours. */
public enum NotAssessedReason {
  /** Fewer observations than the method needs. */
  TOO_SHORT,
  /** Every value is missing, or there is no row at all. */
  NO_OBSERVATIONS,
  /** A row has no time, so its place in the series is unknown. */
  NO_TIME,
  /** Two rows of one series carry the same time. */
  DUPLICATE_TIME,
  /** All values are equal, so nothing varies that the method could measure. */
  CONSTANT,
  /** A value is missing inside the series and the method needs unbroken intervals. */
  GAP,
  /** A value is zero or negative where a ratio or a logarithm is taken. */
  NOT_POSITIVE,
  /** The denominator of a ratio is zero. */
  ZERO_DENOMINATOR,
  /** A variance came out negative or zero, so the statistic has no distribution. */
  NEGATIVE_VARIANCE,
  /** The base year of constant prices is not in the index or in the series. */
  BASE_YEAR_MISSING,
  /** A fixed-base index is not 100 in the year named as its base. */
  INDEX_NOT_100_IN_BASE_YEAR,
  /** The chain of the index is broken between the base year and the year wanted. */
  INDEX_GAP,
  /** Two series that are to be spliced have no year in common. */
  NO_OVERLAP,
  /** The year a question is about is not in the series. */
  YEAR_MISSING,
  /** No series of that name exists. */
  SERIES_MISSING,
  /** The data fail the method's own admission test. */
  INADMISSIBLE,
  /** The drivers are linearly dependent, so their effects cannot be separated. */
  RANK_DEFICIENT,
  /** The question itself lacks something, e.g. a claim without a year. */
  INCOMPLETE_QUESTION
}
