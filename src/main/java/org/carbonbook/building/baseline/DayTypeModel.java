package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carbonbook.building.BuildingRules;

/**
 * A model of daily energy: one change-point model of all days, or one of workdays and one of days
 * off (the day-type models of ASHRAE Guideline 14). Of the two the one with the lower Bayesian
 * information criterion counts, so that a building that is open every day gets one.
 *
 * @param ofDays the model of all days, or of workdays
 * @param ofRest the model of days off, or null when one model serves all days
 * @param days the days it was fitted to
 * @param mean their mean energy in kWh a day
 * @param totalSquares the sum of squared distances from that mean
 * @param coldest the lowest temperature of a day
 * @param warmest the highest temperature of a day
 */
record DayTypeModel(
    ChangePointFit.Fitted ofDays,
    ChangePointFit.Fitted ofRest,
    int days,
    double mean,
    double totalSquares,
    double coldest,
    double warmest)
    implements Serializable {

  /** Squared errors below this share of the total, and a bias below this share, are rounding. */
  private static final double ROUNDING = 1e-9;

  /** How far a model is used beyond its temperatures, as a share of their range. */
  private static final double BEYOND = 0.1;

  /** The model of days with weather, in any order; null without enough days or without energy. */
  static DayTypeModel fit(List<DayUse> uses, BuildingRules rules) {
    if (uses.size() < rules.count("min_model_days")) {
      return null;
    }
    double mean = uses.stream().mapToDouble(DayUse::kwh).sum() / uses.size();
    if (mean <= 0) {
      return null;
    }
    double total = uses.stream().mapToDouble(use -> Math.pow(use.kwh() - mean, 2)).sum();
    double coldest = uses.stream().mapToDouble(DayUse::celsius).min().orElseThrow();
    double warmest = uses.stream().mapToDouble(DayUse::celsius).max().orElseThrow();
    DayTypeModel one =
        new DayTypeModel(fit(uses), null, uses.size(), mean, total, coldest, warmest);
    List<DayUse> work = uses.stream().filter(DayUse::isWorkday).toList();
    List<DayUse> rest = uses.stream().filter(use -> !use.isWorkday()).toList();
    if (Math.min(work.size(), rest.size()) < rules.count("min_day_type_days")) {
      return one;
    }
    DayTypeModel two =
        new DayTypeModel(fit(work), fit(rest), uses.size(), mean, total, coldest, warmest);
    return two.information() < one.information() ? two : one;
  }

  private static ChangePointFit.Fitted fit(List<DayUse> uses) {
    List<DayUse> sorted = new ArrayList<>(uses);
    sorted.sort(Comparator.comparingDouble(DayUse::celsius).thenComparing(DayUse::day));
    return ChangePointFit.fit(
        sorted.stream().mapToDouble(DayUse::celsius).toArray(),
        sorted.stream().mapToDouble(DayUse::kwh).toArray());
  }

  /** The Bayesian information criterion, less a constant. */
  private double information() {
    double error = Math.max(squaredError(), ROUNDING * totalSquares);
    return error > 0 ? days * Math.log(error / days) + parameters() * Math.log(days) : parameters();
  }

  boolean hasDayTypes() {
    return ofRest != null;
  }

  /** Expected kWh of a day with weather. */
  double expected(DayUse use) {
    return (hasDayTypes() && !use.isWorkday() ? ofRest : ofDays).model().expected(use.celsius());
  }

  /** Whether a temperature is so far from those it was fitted to that it says nothing. */
  boolean isBeyond(double celsius) {
    double margin = BEYOND * (warmest - coldest);
    return celsius < coldest - margin || celsius > warmest + margin;
  }

  int parameters() {
    int parameters = ofDays.model().kind().parameters();
    return hasDayTypes() ? parameters + ofRest.model().kind().parameters() : parameters;
  }

  double squaredError() {
    return ofDays.squaredError() + (hasDayTypes() ? ofRest.squaredError() : 0);
  }

  /** The share of the variance it explains. */
  double r2() {
    return totalSquares > 0 ? 1 - squaredError() / totalSquares : 0;
  }

  /** The same, adjusted for the number of parameters. */
  double adjustedR2() {
    return 1 - (1 - r2()) * (days - 1) / (days - parameters());
  }

  /** Root mean square error over the mean: CV(RMSE), with n - p degrees of freedom. */
  double cvRmse() {
    return Math.sqrt(squaredError() / (days - parameters())) / mean;
  }

  /** Mean bias over the days it was fitted to, as a share of their mean: NMBE with n - p. */
  double nmbe(List<DayUse> uses) {
    double sum = uses.stream().mapToDouble(use -> use.kwh() - expected(use)).sum();
    double bias = sum / ((days - parameters()) * mean);
    return Math.abs(bias) <= ROUNDING ? 0 : bias;
  }
}
