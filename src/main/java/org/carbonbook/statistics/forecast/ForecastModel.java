package org.carbonbook.statistics.forecast;

import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A model that continues a yearly series. Models of a series alone are found by {@code
 * ServiceLoader}, see {@link ForecastModels}.
 */
public interface ForecastModel {

  /** The name in tables. */
  String id();

  /** The fewest observations the model is fitted to. */
  int minimum();

  /**
   * The values of the years after the last known one, all of them above zero: what is forecast are
   * quantities, and their errors are relative.
   *
   * @param known yearly values without a gap
   * @param steps how many years
   */
  Assessment<double[]> path(TimeSeries known, int steps);
}
