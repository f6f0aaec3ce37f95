package org.carbonbook.statistics.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.distribution.TDistribution;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A forecast with its back-test; there is no forecast without one.
 *
 * <p>The limits come from the back-test, not from the fit, and are on the logarithm, so that those
 * of a quantity stay above zero: ln value -+ t s sqrt(h), s the error of the logarithm to expect
 * one year ahead, h the years ahead, t Student's quantile with as many degrees of freedom as years
 * were held back.
 *
 * @param model the model
 * @param points the years to come
 * @param backtest its back-test
 */
public record Forecast(String model, List<Point> points, Backtest backtest) {

  /**
   * The forecast of one year.
   *
   * @param year the year
   * @param value the forecast
   * @param low the lower limit
   * @param high the upper limit
   */
  public record Point(int year, double value, double low, double high) {}

  public Forecast {
    Objects.requireNonNull(backtest, "backtest");
    points = List.copyOf(points);
  }

  /**
   * Forecasts a series.
   *
   * @param model the model
   * @param series yearly values
   * @param years how many years to forecast
   * @param heldBack how many years the back-test holds back
   * @param alpha one less the confidence of the limits, e.g. 0.05
   */
  public static Assessment<Forecast> of(
      ForecastModel model, TimeSeries series, int years, int heldBack, double alpha) {
    if (series.findFirstMissingTime().isPresent()) {
      double gap = series.findFirstMissingTime().getAsDouble();
      return Assessment.not(NotAssessedReason.GAP, "no value in " + TimeSeries.timeText(gap));
    }
    return Backtest.of(model, series, heldBack)
        .then(
            test ->
                model
                    .path(series, years)
                    .then(path -> Assessment.of(limited(model, series, path, test, alpha))));
  }

  private static Forecast limited(
      ForecastModel model, TimeSeries series, double[] path, Backtest test, double alpha) {
    double quantile =
        new TDistribution(null, test.heldBack()).inverseCumulativeProbability(1 - alpha / 2);
    double unit = quantile * test.errorOneYearAhead();
    int last = (int) series.time(series.size() - 1);
    List<Point> points = new ArrayList<>();
    for (int h = 1; h <= path.length; h++) {
      double value = path[h - 1];
      double reach = unit * Math.sqrt(h);
      points.add(new Point(last + h, value, value * Math.exp(-reach), value * Math.exp(reach)));
    }
    return new Forecast(model.id(), points, test);
  }
}
