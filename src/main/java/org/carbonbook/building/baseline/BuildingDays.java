package org.carbonbook.building.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days of one kind of energy at one building, in order: its models and what follows of them.
 */
final class BuildingDays {

  /** Fewer days make no model. */
  static final int FEWEST_DAYS = 60;

  private static final int PERIOD_DAYS = 365;

  /** Residuals beyond this many robust standard deviations are anomalies. */
  private static final double ANOMALY = 4;

  /** From the median absolute deviation to a standard deviation, of normal residuals. */
  private static final double MAD_TO_SIGMA = 1.4826;

  private final List<DayUse> days;

  BuildingDays(List<DayUse> days) {
    this.days = days;
  }

  /** A day far from what its temperature lets expect. */
  record Anomaly(LocalDate day, double kwh, double expected, double score) {}

  /** The model of each calendar year that has enough days with weather. */
  Map<Integer, ChangePointFit.Fitted> yearly() {
    Map<Integer, ChangePointFit.Fitted> models = new TreeMap<>();
    for (int year : years()) {
      LocalDate from = LocalDate.of(year, 1, 1);
      ChangePointFit.Fitted model = fit(between(from, from.plusYears(1)));
      if (model != null) {
        models.put(year, model);
      }
    }
    return models;
  }

  private List<Integer> years() {
    return days.stream().map(use -> use.day().getYear()).distinct().toList();
  }

  /** The model of up to a year before a day, or null without enough days. */
  ChangePointFit.Fitted before(LocalDate event) {
    return fit(between(event.minusDays(PERIOD_DAYS), event));
  }

  List<DayUse> between(LocalDate from, LocalDate to) {
    return days.stream()
        .filter(use -> use.hasWeather() && !use.day().isBefore(from) && use.day().isBefore(to))
        .toList();
  }

  private static ChangePointFit.Fitted fit(List<DayUse> uses) {
    if (uses.size() < FEWEST_DAYS) {
      return null;
    }
    List<DayUse> sorted = new ArrayList<>(uses);
    sorted.sort(Comparator.comparingDouble(DayUse::celsius).thenComparing(DayUse::day));
    ChangePointFit.Fitted fitted =
        ChangePointFit.fit(
            sorted.stream().mapToDouble(DayUse::celsius).toArray(),
            sorted.stream().mapToDouble(DayUse::kwh).toArray());
    return fitted.mean() > 0 ? fitted : null;
  }

  /** What was saved in up to a year after a day, or null without enough days on both sides. */
  Savings savings(LocalDate event) {
    ChangePointFit.Fitted model = before(event);
    List<DayUse> after = between(event.plusDays(1), event.plusDays(1L + PERIOD_DAYS));
    if (model == null || after.isEmpty()) {
      return null;
    }
    List<DayUse> past = between(event.minusDays(PERIOD_DAYS), event);
    double expected = 0;
    double actual = 0;
    for (DayUse use : after) {
      expected += model.model().expected(use.celsius());
      actual += use.kwh();
    }
    return Savings.of(model, autocorrelation(past, model.model()), expected, actual, after.size());
  }

  /** Mean bias of a model over days, as a share of their mean: NMBE with n - p. */
  static double bias(List<DayUse> uses, ChangePointFit.Fitted fitted) {
    double sum = 0;
    double energy = 0;
    for (DayUse use : uses) {
      sum += use.kwh() - fitted.model().expected(use.celsius());
      energy += use.kwh();
    }
    int freedom = uses.size() - fitted.model().kind().parameters();
    return sum / (freedom * (energy / uses.size()));
  }

  private static double autocorrelation(List<DayUse> uses, ChangePointModel model) {
    double product = 0;
    double squares = 0;
    double previous = 0;
    for (DayUse use : uses) {
      double residual = use.kwh() - model.expected(use.celsius());
      product += residual * previous;
      squares += residual * residual;
      previous = residual;
    }
    return squares > 0 ? product / squares : 0;
  }

  /** What a year's model expects of the days of a year with their weather, scaled to 365 days. */
  double expectedOf(ChangePointFit.Fitted fitted, int year) {
    double sum = 0;
    int count = 0;
    LocalDate from = LocalDate.of(year, 1, 1);
    for (DayUse use : between(from, from.plusYears(1))) {
      sum += fitted.model().expected(use.celsius());
      count++;
    }
    return count == 0 ? Double.NaN : sum / count * from.lengthOfYear();
  }

  /** Days far off a model; the scale is the median absolute residual of workdays or rest days. */
  List<Anomaly> anomalies(int year, ChangePointFit.Fitted fitted) {
    LocalDate from = LocalDate.of(year, 1, 1);
    List<DayUse> uses = between(from, from.plusYears(1));
    List<Anomaly> found = new ArrayList<>();
    for (boolean rest : new boolean[] {false, true}) {
      List<DayUse> some =
          uses.stream().filter(use -> use.day().getDayOfWeek().getValue() > 5 == rest).toList();
      double[] residuals =
          some.stream()
              .mapToDouble(use -> use.kwh() - fitted.model().expected(use.celsius()))
              .toArray();
      double middle = median(residuals);
      double scale = scale(residuals, middle);
      for (int i = 0; i < residuals.length && scale > 0; i++) {
        double score = (residuals[i] - middle) / scale;
        if (Math.abs(score) > ANOMALY) {
          DayUse use = some.get(i);
          found.add(new Anomaly(use.day(), use.kwh(), use.kwh() - residuals[i] + middle, score));
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
