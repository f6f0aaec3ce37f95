package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.carbonbook.building.BuildingRules;

/**
 * A model of a period and its results; without a model when the days are too few.
 *
 * @param period the year, or {@code before} and the day of an event
 * @param event the event that ends the period, or null
 * @param days the days with energy and temperature
 * @param model the model, or null
 * @param nmbe its bias over the days it was fitted to
 * @param savings what was saved after the event, or null
 * @param weatherEffects what the weather of later years changes
 */
record Baseline(
    String period,
    String event,
    int days,
    DayTypeModel model,
    double nmbe,
    Savings savings,
    List<WeatherEffect> weatherEffects)
    implements Serializable {

  private static final String ASSESSED = "assessed";

  /** What the weather of a later year changes, in kWh. */
  record WeatherEffect(int yearTo, double kwh) implements Serializable {}

  /** Whether the model may be used for statements, by ASHRAE Guideline 14. */
  String status(BuildingRules rules) {
    if (model == null) {
      return "not assessed: %d days with energy and temperature, at least %d needed"
          .formatted(days, rules.count("min_model_days"));
    }
    if (model.cvRmse() > rules.get("max_cv_rmse")) {
      return above("CV(RMSE)", model.cvRmse(), rules.get("max_cv_rmse"));
    }
    if (Math.abs(nmbe) > rules.get("max_nmbe")) {
      return above("NMBE", Math.abs(nmbe), rules.get("max_nmbe"));
    }
    return ASSESSED;
  }

  private static String above(String what, double value, double limit) {
    return String.format(Locale.ROOT, "not assessed: %s %.3g above %.3g", what, value, limit);
  }

  /** The status of the saving after the event; null when no event ends the period. */
  String savingStatus(BuildingRules rules) {
    if (event == null) {
      return null;
    }
    String ofModel = status(rules);
    if (!ofModel.equals(ASSESSED)) {
      return ofModel;
    }
    return savings == null
        ? "not assessed: no day with energy and temperature after the event"
        : savings.status(rules);
  }

  /** Whether the saving may be published, as a figure or as one that may be none. */
  boolean hasSaving(BuildingRules rules) {
    String status = savingStatus(rules);
    return status != null
        && (status.equals(ASSESSED) || status.equals(Savings.NOT_DISTINGUISHABLE));
  }
}
