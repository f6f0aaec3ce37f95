package org.carbonbook.statistics.forecast;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The errors of a model on years that it was not fitted to: rolling origins over the held-back
 * years (Tashman 2000, International Journal of Forecasting 16). With k years held back the model
 * is fitted k times, each time with one year more, and forecasts all years that are left.
 *
 * @param heldBack the number of years held back
 * @param errors every forecast of a held-back year
 */
public record Backtest(int heldBack, List<HeldBackError> errors) {

  /**
   * One forecast of a held-back year.
   *
   * @param originYear the last year the model was shown
   * @param year the year forecast
   * @param forecast the forecast
   * @param actual what came
   */
  public record HeldBackError(int originYear, int year, double forecast, double actual) {

    /** How many years ahead. */
    public int horizon() {
      return year - originYear;
    }

    /** Actual less forecast. */
    public double error() {
      return actual - forecast;
    }
  }

  public Backtest {
    errors = List.copyOf(errors);
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("a back-test without a forecast");
    }
  }

  /** Tests a model on the last years of a series, whose values must be above zero. */
  public static Assessment<Backtest> of(ForecastModel model, TimeSeries series, int heldBack) {
    if (heldBack < 1) {
      throw new IllegalArgumentException("at least one year is held back, not " + heldBack);
    }
    int shown = series.size() - heldBack;
    if (shown < model.minimum()) {
      return Assessment.not(
          NotAssessedReason.TOO_SHORT,
          "%d observations; %s needs %d and %d held back for its back-test"
              .formatted(series.size(), model.id(), model.minimum(), heldBack));
    }
    for (int i = 0; i < series.size(); i++) {
      if (!(series.value(i) > 0)) {
        return Assessment.not(
            NotAssessedReason.NOT_POSITIVE,
            "%s in %s is not positive"
                .formatted(series.value(i), TimeSeries.timeText(series.time(i))));
      }
    }
    List<HeldBackError> errors = new ArrayList<>();
    for (int known = shown; known < series.size(); known++) {
      Assessment<double[]> path = model.path(series.slice(0, known), series.size() - known);
      if (path.find().isEmpty()) {
        int origin = (int) series.time(known - 1);
        String why = path.status().replaceFirst("^not assessed: ", "");
        return Assessment.not(
            path.findReason().orElseThrow(), "back-test from %d: %s".formatted(origin, why));
      }
      for (int h = 0; h < path.get().length; h++) {
        int i = known + h;
        errors.add(
            new HeldBackError(
                (int) series.time(known - 1),
                (int) series.time(i),
                path.get()[h],
                series.value(i)));
      }
    }
    return Assessment.of(new Backtest(heldBack, errors));
  }

  /** The mean absolute error relative to the actual value; NaN where an actual value is zero. */
  public double meanAbsoluteRelativeError() {
    double mean =
        errors.stream().mapToDouble(e -> Math.abs(e.error() / e.actual())).average().orElse(0);
    return Double.isFinite(mean) ? mean : Double.NaN;
  }

  /** The root mean square error, in the unit of the series. */
  public double rootMeanSquareError() {
    return Math.sqrt(errors.stream().mapToDouble(e -> e.error() * e.error()).average().orElse(0));
  }

  /** The mean error, actual less forecast: above zero where the model comes out too low. */
  public double meanError() {
    return errors.stream().mapToDouble(HeldBackError::error).average().orElse(0);
  }

  /**
   * The error of the logarithm to expect one year ahead, from all horizons: the root of the mean of
   * e^2 / h, as if errors piled up like a random walk.
   */
  double errorOneYearAhead() {
    double mean =
        errors.stream()
            .mapToDouble(e -> logarithmic(e) * logarithmic(e) / e.horizon())
            .average()
            .orElse(Double.NaN);
    return Math.sqrt(mean);
  }

  private static double logarithmic(HeldBackError e) {
    return Math.log(e.actual() / e.forecast());
  }
}
