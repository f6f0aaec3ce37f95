package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public holidays and make-up workdays that the project ships. */
class HolidaysTableTest {
  private static final Map<String, ConfRow> REGIONS = byColumn(rows("regions.csv"), "region_code");

  @Test
  void aMakeUpWorkdayIsASaturdayOrSunday() {
    List<ConfRow> days = rows("calendar/holidays.csv");
    assertThat(days)
        .extracting(r -> r.text("date") + r.text("region_code"))
        .doesNotHaveDuplicates();
    for (ConfRow day : days) {
      LocalDate date = LocalDate.parse(day.text("date"));
      assertThat(REGIONS).containsKey(day.text("region_code"));
      assertThat(day.text("kind")).isIn("holiday", "workday");
      if (day.text("kind").equals("workday")) {
        assertThat(date.getDayOfWeek()).as(day.place()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      }
    }
  }

  /**
   * The days of the year less Saturdays and Sundays and less the days off by law, which in-lieu
   * days and make-up days move but do not change: 11 until 2024, 13 from 2025; one more in 2015
   * (Victory Day), two more in 2020 (the extended Spring Festival).
   */
  @ParameterizedTest
  @CsvSource({
    "2015, 249",
    "2016, 250",
    "2017, 249",
    "2018, 250",
    "2019, 250",
    "2020, 249",
    "2021, 250",
    "2022, 249",
    "2023, 249",
    "2024, 251",
    "2025, 248",
    "2026, 248"
  })
  void workdaysOfAYear(int year, int expected) {
    Map<String, String> kinds =
        rows("calendar/holidays.csv").stream()
            .collect(Collectors.toMap(r -> r.text("date"), r -> r.text("kind")));
    long workdays =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(date -> isWorkday(date, kinds))
            .count();

    assertThat(workdays).isEqualTo(expected);
  }

  private static boolean isWorkday(LocalDate date, Map<String, String> kinds) {
    String kind = kinds.get(date.toString());
    boolean weekend = date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    return kind == null ? !weekend : kind.equals("workday");
  }

  private static List<ConfRow> rows(String file) {
    return ConfTable.read(Path.of("conf").resolve(file)).rows();
  }

  private static Map<String, ConfRow> byColumn(List<ConfRow> rows, String column) {
    return rows.stream().collect(Collectors.toMap(r -> r.text(column), Function.identity()));
  }
}
