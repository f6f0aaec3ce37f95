package org.carbonbook.statistics.forecast;

import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.Series;

/** A way to carry a yearly series on. */
public interface ForecastModel {

  /** How the errors of a model are measured. */
  enum ErrorScale {
    /** Actual less forecast. */
    ADDITIVE,
    /** Logarithm of actual over forecast; forecasts and their limits stay positive. */
    MULTIPLICATIVE
  }

  /** The name in tables. */
  String id();

  /** The fewest observations the model is fitted to. */
  int minimum();

  /** How its errors are measured. */
  ErrorScale errorScale();

  /**
   * The values of the years after the last known one.
   *
   * @param known yearly values without a gap
   * @param steps how many years
   */
  Assessment<double[]> path(Series known, int steps);
}
