package org.carbonbook.building.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.carbonbook.building.BuildingRules;
import org.carbonbook.building.baseline.ChangePointModel.Kind;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.Test;

/** Models found again from days made with them. */
class ChangePointFitTest {

  private static final int DAYS = 365;
  private static final BuildingRules RULES = BuildingRules.read(new Configuration(Path.of("conf")));

  private static Savings savings(List<DayUse> days, LocalDate event) {
    BuildingDays building = new BuildingDays(days, RULES);
    return building.savings(event, building.before(event));
  }

  private static double[] year(Random random) {
    double[] celsius = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      celsius[day] = 16 - 13 * Math.cos(2 * Math.PI * day / DAYS) + 3 * random.nextGaussian();
    }
    return celsius;
  }

  private static ChangePointFit.Fitted fit(ChangePointModel model, double noise) {
    Random random = new Random(11);
    double[] celsius = year(random);
    Arrays.sort(celsius);
    double[] energy = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      energy[day] = model.expected(celsius[day]) + noise * random.nextGaussian();
    }
    return ChangePointFit.fit(celsius, energy);
  }

  @Test
  void eachModelIsFoundAgainExactlyWithoutNoise() {
    for (ChangePointModel model :
        List.of(
            new ChangePointModel(Kind.HEATING, 500, 30, 14.5, 0, Double.NaN),
            new ChangePointModel(Kind.COOLING, 500, 0, Double.NaN, 25, 21),
            new ChangePointModel(Kind.BOTH, 500, 30, 12, 45, 23))) {
      ChangePointFit.Fitted found = fit(model, 0);
      assertThat(found.model().kind()).isEqualTo(model.kind());
      assertThat(found.model().base()).isCloseTo(500, within(1e-6));
      assertThat(found.model().heatingSlope()).isCloseTo(model.heatingSlope(), within(1e-6));
      assertThat(found.model().coolingSlope()).isCloseTo(model.coolingSlope(), within(1e-6));
      assertThat(found.r2()).isCloseTo(1, within(1e-9));
      assertThat(found.cvRmse()).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void noiseWithoutTemperatureIsNearlyFlat() {
    ChangePointFit.Fitted found =
        fit(new ChangePointModel(Kind.FLAT, 500, 0, Double.NaN, 0, Double.NaN), 20);
    assertThat(found.adjustedR2()).isLessThan(0.03);
    assertThat(found.cvRmse()).isCloseTo(20 / 500.0, within(0.006));
  }

  @Test
  void theSquaredErrorIsThatOfTheResiduals() {
    Random random = new Random(5);
    double[] celsius = year(random);
    Arrays.sort(celsius);
    double[] energy = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      energy[day] = 100 + 9 * Math.max(0, 15 - celsius[day]) + 30 * random.nextDouble();
    }
    ChangePointFit.Fitted found = ChangePointFit.fit(celsius, energy);
    double squares = 0;
    for (int day = 0; day < DAYS; day++) {
      squares += Math.pow(energy[day] - found.model().expected(celsius[day]), 2);
    }
    assertThat(found.squaredError()).isCloseTo(squares, within(squares * 1e-9));
  }

  @Test
  void aSavingOfATenthIsFoundWithinItsUncertainty() {
    Random random = new Random(3);
    double[] celsius = year(random);
    double[] next = year(random);
    ChangePointModel model = new ChangePointModel(Kind.BOTH, 500, 30, 12, 45, 23);
    LocalDate event = LocalDate.of(2023, 1, 1);
    List<DayUse> days = new ArrayList<>();
    double after = 0;
    for (int day = 0; day < DAYS; day++) {
      days.add(
          new DayUse(
              event.minusDays(DAYS - day),
              model.expected(celsius[day]) + 25 * random.nextGaussian(),
              celsius[day],
              true));
    }
    for (int day = 0; day < DAYS; day++) {
      double expected = model.expected(next[day]);
      after += expected * 0.1;
      days.add(
          new DayUse(
              event.plusDays(1 + day),
              expected * 0.9 + 25 * random.nextGaussian(),
              next[day],
              true));
    }
    Savings saved = savings(days, event);
    assertThat(saved.days()).isEqualTo(DAYS);
    assertThat(Math.abs(saved.saving() - after)).isLessThan(saved.uncertainty());
    assertThat(saved.uncertainty()).isBetween(0.002 * after, 0.5 * after);
  }

  @Test
  void aDayFarOffIsAnAnomaly() {
    Random random = new Random(9);
    double[] celsius = year(random);
    List<DayUse> days = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      double kwh = 300 + 10 * Math.max(0, 16 - celsius[day]) + 8 * random.nextGaussian();
      days.add(
          new DayUse(
              LocalDate.of(2023, 1, 1).plusDays(day),
              kwh + (day == 200 ? 400 : 0),
              celsius[day],
              true));
    }
    BuildingDays building = new BuildingDays(days, RULES);
    List<BuildingDays.Anomaly> found = building.anomalies(2023, building.ofYear(2023));
    assertThat(found)
        .extracting(BuildingDays.Anomaly::day)
        .contains(LocalDate.of(2023, 1, 1).plusDays(200));
    assertThat(found).hasSizeLessThan(9);
    assertThat(found)
        .filteredOn(one -> Math.abs(one.score()) > 10)
        .extracting(BuildingDays.Anomaly::day)
        .containsExactly(LocalDate.of(2023, 1, 1).plusDays(200));
  }
}
