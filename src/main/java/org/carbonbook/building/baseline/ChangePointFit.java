package org.carbonbook.building.baseline;

import java.io.Serializable;
import org.carbonbook.building.baseline.ChangePointModel.Kind;

/**
 * Exact least squares of the change-point models over a grid of change points half a degree apart,
 * chosen by adjusted R². The sums of each change point are taken once; as a heating and a cooling
 * term never act on the same day, a pair of them needs no further pass over the days.
 */
final class ChangePointFit {

  private static final double STEP_C = 0.5;

  /** Change points keep this share of the days on each side. */
  private static final double MARGIN = 0.05;

  /** A model with more parameters must be better by more than rounding. */
  private static final double LEAST_GAIN = 1e-6;

  private final int n;
  private final double mean;
  private final double total;
  private final Side[] heating;
  private final Side[] cooling;
  private Fitted best;

  /** A term of one change point: its sum, sum of squares, and product with centred energy. */
  private record Side(double point, double sum, double squares, double product) {}

  /**
   * A model and how well it fits.
   *
   * @param model the model
   * @param days the days it was fitted to
   * @param mean their mean energy in kWh a day
   * @param r2 the share of the variance it explains
   * @param adjustedR2 the same, adjusted for the number of parameters
   * @param squaredError the sum of squared residuals
   */
  record Fitted(
      ChangePointModel model,
      int days,
      double mean,
      double r2,
      double adjustedR2,
      double squaredError)
      implements Serializable {

    /** Root mean square error over the mean: CV(RMSE), with n - p degrees of freedom. */
    double cvRmse() {
      return Math.sqrt(squaredError / (days - model.kind().parameters())) / mean;
    }
  }

  private ChangePointFit(double[] celsius, double[] energy) {
    this.n = celsius.length;
    double sum = 0;
    for (double value : energy) {
      sum += value;
    }
    this.mean = sum / n;
    double squares = 0;
    for (double value : energy) {
      squares += (value - mean) * (value - mean);
    }
    this.total = squares;
    double low = Math.ceil(celsius[(int) (MARGIN * (n - 1))] / STEP_C) * STEP_C;
    double high = Math.floor(celsius[(int) ((1 - MARGIN) * (n - 1))] / STEP_C) * STEP_C;
    int points = Math.max(0, (int) Math.round((high - low) / STEP_C) + 1);
    this.heating = new Side[points];
    this.cooling = new Side[points];
    for (int i = 0; i < points; i++) {
      heating[i] = side(celsius, energy, low + i * STEP_C, -1);
      cooling[i] = side(celsius, energy, low + i * STEP_C, 1);
    }
  }

  private Side side(double[] celsius, double[] energy, double point, int sign) {
    double sum = 0;
    double squares = 0;
    double product = 0;
    for (int i = 0; i < n; i++) {
      double degrees = sign * (celsius[i] - point);
      if (degrees > 0) {
        sum += degrees;
        squares += degrees * degrees;
        product += degrees * (energy[i] - mean);
      }
    }
    return new Side(point, sum, squares, product);
  }

  /**
   * The best model of days.
   *
   * @param celsius mean temperature of each day, ascending
   * @param energy kWh of each day
   */
  static Fitted fit(double[] celsius, double[] energy) {
    ChangePointFit fit = new ChangePointFit(celsius, energy);
    fit.take(new ChangePointModel(Kind.FLAT, fit.mean, 0, Double.NaN, 0, Double.NaN), fit.total);
    for (int h = 0; h < fit.heating.length; h++) {
      fit.one(fit.heating[h], Kind.HEATING);
      fit.one(fit.cooling[h], Kind.COOLING);
    }
    for (int h = 0; h < fit.heating.length; h++) {
      for (int c = h; c < fit.cooling.length; c++) {
        fit.both(fit.heating[h], fit.cooling[c]);
      }
    }
    return fit.best;
  }

  private void one(Side side, Kind kind) {
    double variance = side.squares - side.sum * side.sum / n;
    if (variance <= 0) {
      return;
    }
    double slope = side.product / variance;
    if (slope <= 0) {
      return;
    }
    double base = mean - slope * side.sum / n;
    ChangePointModel model =
        kind == Kind.HEATING
            ? new ChangePointModel(kind, base, slope, side.point, 0, Double.NaN)
            : new ChangePointModel(kind, base, 0, Double.NaN, slope, side.point);
    take(model, total - slope * side.product);
  }

  private void both(Side cold, Side warm) {
    double a = cold.squares - cold.sum * cold.sum / n;
    double b = -cold.sum * warm.sum / n;
    double d = warm.squares - warm.sum * warm.sum / n;
    double determinant = a * d - b * b;
    if (determinant <= 1e-9 * a * d) {
      return;
    }
    double heat = (cold.product * d - warm.product * b) / determinant;
    double cool = (warm.product * a - cold.product * b) / determinant;
    if (heat <= 0 || cool <= 0) {
      return;
    }
    double base = mean - (heat * cold.sum + cool * warm.sum) / n;
    take(
        new ChangePointModel(Kind.BOTH, base, heat, cold.point, cool, warm.point),
        total - heat * cold.product - cool * warm.product);
  }

  private void take(ChangePointModel model, double squaredError) {
    int p = model.kind().parameters();
    if (n <= p) {
      return;
    }
    double error = Math.max(0, squaredError);
    double r2 = total > 0 ? 1 - error / total : 0;
    double adjusted = 1 - (1 - r2) * (n - 1) / (n - p);
    if (best == null || adjusted > best.adjustedR2() + LEAST_GAIN) {
      best = new Fitted(model, n, mean, r2, adjusted, error);
    }
  }
}
