package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carbonbook.building.BuildingRules;

/** The days of one kind of energy at one building, in order: its models and their results. */
final class BuildingDays {

  private static final int PERIOD_DAYS = 365;

  /** From the median absolute deviation to a standard deviation, of normal residuals. */
  private static final double MAD_TO_SIGMA = 1.4826;

  private final List<DayUse> days;
  private final BuildingRules rules;

  BuildingDays(List<DayUse> days, BuildingRules rules) {
    this.days = days;
    this.rules = rules;
  }

  /**
   * A day far from what its temperature lets expect.
   *
   * @param score its distance in robust standard deviations of its day type
   */
  record Anomaly(LocalDate day, double kwh, double expected, double score)
      implements Serializable {}

  /** The calendar years of the days. */
  List<Integer> years() {
    return days.stream().map(use -> use.day().getYear()).distinct().toList();
  }

  /** The model of a calendar year, or null without enough days with weather. */
  DayTypeModel ofYear(int year) {
    return DayTypeModel.fit(daysOf(year), rules);
  }

  /** The model of up to a year before a day, or null without enough days. */
  DayTypeModel before(LocalDate event) {
    return DayTypeModel.fit(daysBefore(event), rules);
  }

  /** The days with weather of a calendar year. */
  List<DayUse> daysOf(int year) {
    LocalDate from = LocalDate.of(year, 1, 1);
    return between(from, from.plusYears(1));
  }

  /** The days with weather of the year that ends with a day, without that day. */
  List<DayUse> daysBefore(LocalDate event) {
    return between(event.minusDays(PERIOD_DAYS), event);
  }

  private List<DayUse> between(LocalDate from, LocalDate to) {
    return days.stream()
        .filter(use -> use.hasWeather() && !use.day().isBefore(from) && use.day().isBefore(to))
        .toList();
  }

  /** What was saved in up to a year after a day by the model before it; null without days. */
  Savings savings(LocalDate event, DayTypeModel model) {
    List<DayUse> after = between(event.plusDays(1), event.plusDays(1L + PERIOD_DAYS));
    if (after.isEmpty()) {
      return null;
    }
    double expected = 0;
    double actual = 0;
    int beyond = 0;
    for (DayUse use : after) {
      expected += model.expected(use);
      actual += use.kwh();
      beyond += model.isBeyond(use.celsius()) ? 1 : 0;
    }
    return Savings.of(
        model,
        autocorrelation(daysBefore(event), model),
        expected,
        actual,
        after.size(),
        beyond / (double) after.size());
  }

  private static double autocorrelation(List<DayUse> uses, DayTypeModel model) {
    double product = 0;
    double squares = 0;
    double previous = 0;
    for (DayUse use : uses) {
      double residual = use.kwh() - model.expected(use);
      product += residual * previous;
      squares += residual * residual;
      previous = residual;
    }
    return squares > 0 ? product / squares : 0;
  }

  /**
   * What the weather of a later year changes by the model of an earlier one, in kWh of a year. With
   * day types, the shares of workdays and days off stay those of the earlier year, as they are not
   * weather. NaN when a day type has no day with weather.
   */
  double weatherEffect(DayTypeModel model, int from, int to) {
    List<DayUse> own = daysOf(from);
    List<DayUse> other = daysOf(to);
    if (!model.hasDayTypes()) {
      return perYear(model, other, to) - perYear(model, own, from);
    }
    double effect = 0;
    for (boolean workday : new boolean[] {true, false}) {
      List<DayUse> ownDays = own.stream().filter(u -> u.isWorkday() == workday).toList();
      List<DayUse> otherDays = other.stream().filter(u -> u.isWorkday() == workday).toList();
      double share = ownDays.size() / (double) own.size();
      effect += share * (perYear(model, otherDays, to) - perYear(model, ownDays, from));
    }
    return effect;
  }

  private static double perYear(DayTypeModel model, List<DayUse> uses, int year) {
    return meanExpected(model, uses) * LocalDate.of(year, 1, 1).lengthOfYear();
  }

  private static double meanExpected(DayTypeModel model, List<DayUse> uses) {
    return uses.stream().mapToDouble(model::expected).average().orElse(Double.NaN);
  }

  /** Days far off a model; the scale is the median absolute residual of workdays or rest days. */
  List<Anomaly> anomalies(int year, DayTypeModel model) {
    List<DayUse> uses = daysOf(year);
    List<Anomaly> found = new ArrayList<>();
    for (boolean workday : new boolean[] {true, false}) {
      List<DayUse> some = uses.stream().filter(use -> use.isWorkday() == workday).toList();
      double[] residuals =
          some.stream().mapToDouble(use -> use.kwh() - model.expected(use)).toArray();
      double middle = median(residuals);
      double scale = scale(residuals, middle);
      for (int i = 0; i < residuals.length && scale > 0; i++) {
        double score = (residuals[i] - middle) / scale;
        DayUse use = some.get(i);
        double expected = use.kwh() - residuals[i] + middle;
        double share = Math.abs((use.kwh() - expected) / expected);
        if (Math.abs(score) > rules.get("anomaly_score")
            && share > rules.get("anomaly_min_share")) {
          found.add(new Anomaly(use.day(), use.kwh(), expected, score));
        }
      }
    }
    found.sort(Comparator.comparing(Anomaly::day));
    return found;
  }

  private static double scale(double[] residuals, double middle) {
    double[] distances = new double[residuals.length];
    for (int i = 0; i < residuals.length; i++) {
      distances[i] = Math.abs(residuals[i] - middle);
    }
    return MAD_TO_SIGMA * median(distances);
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
