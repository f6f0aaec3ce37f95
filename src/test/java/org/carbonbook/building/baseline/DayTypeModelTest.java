package org.carbonbook.building.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.carbonbook.building.BuildingRules;
import org.carbonbook.building.RegionPaths;
import org.carbonbook.building.WorkCalendars;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.Test;

/** Buildings that are closed on some days, and buildings that never are. */
class DayTypeModelTest {

  private static final Configuration CONF = new Configuration(Path.of("conf"));
  private static final BuildingRules RULES = BuildingRules.read(CONF);
  private static final WorkCalendars CALENDARS =
      WorkCalendars.read(CONF, new RegionPaths(List.of()));
  private static final LocalDate EVENT = LocalDate.of(2023, 1, 1);
  private static final String NATION = "100000";

  /** A regular office: a third on days off, cooled above 24 degrees on workdays, 3 % noise. */
  private static List<DayUse> office(double afterEvent, boolean closes, double noise) {
    Random random = new Random(17);
    List<DayUse> days = new ArrayList<>();
    LocalDate.of(2022, 1, 1)
        .datesUntil(LocalDate.of(2024, 1, 1))
        .forEach(
            day -> {
              boolean work = CALENDARS.isWorkday("public", NATION, day);
              double celsius =
                  17
                      - 12 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 15) / 365)
                      + 2.5 * random.nextGaussian();
              double cooling = 40 * Math.max(0, celsius - 24);
              double kwh = work || !closes ? 1000 + cooling : 330 + cooling * 0.1;
              double share = day.isBefore(EVENT) ? 1 : afterEvent;
              days.add(
                  new DayUse(
                      day, kwh * share * (1 + noise * random.nextGaussian()), celsius, work));
            });
    return days;
  }

  private static DayTypeModel model(List<DayUse> days) {
    return new BuildingDays(days, RULES).ofYear(2022);
  }

  @Test
  void workdaysAndDaysOffOfAnOfficeAreTwoModels() {
    List<DayUse> days = office(1, true, 0.03);
    DayTypeModel office = model(days);
    assertThat(office.hasDayTypes()).isTrue();
    assertThat(office.cvRmse()).isLessThan(0.05);
    DayTypeModel blind =
        model(days.stream().map(d -> new DayUse(d.day(), d.kwh(), d.celsius(), true)).toList());
    assertThat(blind.hasDayTypes()).isFalse();
    assertThat(blind.cvRmse()).isGreaterThan(0.3);
  }

  @Test
  void theSquaredErrorIsThatOfTheResiduals() {
    BuildingDays days = new BuildingDays(office(1, true, 0.03), RULES);
    DayTypeModel office = days.ofYear(2022);
    double squares =
        days.daysOf(2022).stream()
            .mapToDouble(day -> Math.pow(day.kwh() - office.expected(day), 2))
            .sum();
    assertThat(office.squaredError()).isCloseTo(squares, within(squares * 1e-6));
    assertThat(office.nmbe(days.daysOf(2022))).isCloseTo(0, within(1e-9));
  }

  @Test
  void aBuildingThatNeverClosesIsOneModel() {
    assertThat(model(office(1, false, 0.03)).hasDayTypes()).isFalse();
  }

  @Test
  void aMakeUpWorkdayIsAWorkdayAndAHolidayIsNone() {
    DayTypeModel office = model(office(1, true, 0));
    LocalDate sunday = LocalDate.of(2022, 10, 9);
    LocalDate tuesday = LocalDate.of(2022, 10, 4);
    assertThat(CALENDARS.isWorkday("public", NATION, sunday)).isTrue();
    assertThat(CALENDARS.isWorkday("public", NATION, tuesday)).isFalse();
    assertThat(office.expected(new DayUse(sunday, 0, 18, true))).isCloseTo(1000, within(5.0));
    assertThat(office.expected(new DayUse(tuesday, 0, 18, false))).isCloseTo(330, within(5.0));
  }

  private static Baseline before(List<DayUse> days) {
    return new Baselines(new BuildingDays(days, RULES))
        .baselines(List.of(new BaselineInputs.Event(EVENT, "retrofit"))).stream()
            .filter(one -> one.event() != null)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aSavingOfATenthIsFoundAndNoneIsCalledNone() {
    Baseline saved = before(office(0.9, true, 0.05));
    assertThat(saved.savingStatus(RULES)).isEqualTo("assessed");
    assertThat(saved.savings().saving() / saved.savings().expected()).isCloseTo(0.1, within(0.02));
    Baseline nothing = before(office(1, true, 0.05));
    assertThat(nothing.savingStatus(RULES)).isEqualTo("not distinguishable from zero");
    assertThat(nothing.hasSaving(RULES)).isTrue();
  }

  @Test
  void aModelThatExplainsTooLittleGivesNoSaving() {
    Baseline noisy = before(office(0.9, true, 0.5));
    assertThat(noisy.savingStatus(RULES))
        .matches("not assessed: CV\\(RMSE\\) 0\\.\\d+ above 0.250");
    assertThat(noisy.hasSaving(RULES)).isFalse();
  }

  @Test
  void winterDaysSayNothingOfTheSummer() {
    List<DayUse> winterBefore =
        office(0.9, true, 0.03).stream()
            .filter(d -> !d.day().isBefore(EVENT) || d.day().getMonthValue() > 9)
            .toList();
    assertThat(before(winterBefore).savingStatus(RULES))
        .startsWith("not assessed: ")
        .contains("colder or warmer than the model's");
  }

  @Test
  void aMonthAfterTheEventIsTooShort() {
    List<DayUse> month =
        office(0.9, true, 0.03).stream()
            .filter(d -> d.day().isBefore(LocalDate.of(2023, 2, 1)))
            .toList();
    assertThat(before(month).savingStatus(RULES))
        .isEqualTo("not assessed: 30 days after the event, at least 60 needed");
  }
}
