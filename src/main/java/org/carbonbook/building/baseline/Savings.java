package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.util.Locale;
import org.carbonbook.building.BuildingRules;

/**
 * Avoided energy after an event: what the model of the days before expects, less what was used. The
 * uncertainty is ASHRAE Guideline 14's: {@code 1.26 t CV E sqrt(n/n' (1 + 2/n') / m)} with {@code
 * n' = n (1 - r) / (1 + r)} for the autocorrelation {@code r} of the residuals (Reddy and Claridge
 * 2000), {@code t} for 90 %.
 *
 * @param expected kWh of the days after by the model before
 * @param actual kWh of the days after
 * @param days the days after
 * @param beyond the share of them whose temperature is beyond those of the model
 * @param uncertainty half the width of the 90 % interval of the saving, in kWh
 */
record Savings(double expected, double actual, int days, double beyond, double uncertainty)
    implements Serializable {

  /** The status of a saving that may be none. */
  static final String NOT_DISTINGUISHABLE = "not distinguishable from zero";

  private static final double T90 = 1.645;
  private static final double FACTOR = 1.26;

  static Savings of(
      DayTypeModel before,
      double autocorrelation,
      double expected,
      double actual,
      int m,
      double beyond) {
    double n = before.days();
    double r = Math.max(0, Math.min(0.99, autocorrelation));
    double effective = Math.max(1, n * (1 - r) / (1 + r));
    double uncertainty =
        FACTOR
            * T90
            * before.cvRmse()
            * expected
            * Math.sqrt(n / effective * (1 + 2 / effective) / m);
    return new Savings(expected, actual, m, beyond, uncertainty);
  }

  double saving() {
    return expected - actual;
  }

  /** The status of the saving by the rules, when the model itself passes them. */
  String status(BuildingRules rules) {
    if (days < rules.count("min_after_days")) {
      return "not assessed: %d days after the event, at least %d needed"
          .formatted(days, rules.count("min_after_days"));
    }
    if (beyond > rules.get("max_extrapolated_share")) {
      return String.format(
          Locale.ROOT,
          "not assessed: %.0f %% of the days after are colder or warmer than the model's, at most"
              + " %.0f %% allowed",
          beyond * 100,
          rules.get("max_extrapolated_share") * 100);
    }
    return uncertainty >= Math.abs(saving()) ? NOT_DISTINGUISHABLE : "assessed";
  }
}
