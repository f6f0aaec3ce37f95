package org.carbonbook.statistics.forecast;

import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A model that continues a yearly series. Models of a series alone are found by {@code
 * ServiceLoader}, see {@link ForecastModels}.
 */
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
  Assessment<double[]> path(TimeSeries known, int steps);
}
