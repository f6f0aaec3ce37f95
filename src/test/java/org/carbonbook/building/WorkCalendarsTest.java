package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.lake.TableRows;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workdays by calendar and region, against notices of the State Council. */
class WorkCalendarsTest {

  private static final WorkCalendars CALENDARS =
      WorkCalendars.read(new Configuration(Path.of("conf")), new RegionPaths(regions()));

  private static List<Row> regions() {
    TableRows table = TableRows.of("core.region");
    return ConfTable.read(Path.of("conf/regions.csv")).rows().stream()
        .filter(row -> row.text("valid_to").isEmpty())
        .map(
            row ->
                table
                    .row()
                    .set("region_code", row.text("region_code"))
                    .set("parent", row.text("parent"))
                    .setNull("zh", "zh_full", "en", "level", "grid", "grid_2021")
                    .build())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "public, 421200, 2023-10-02, false",
    "public, 421200, 2023-10-07, true",
    "public, 421200, 2023-10-09, true",
    "public, 421200, 2023-04-23, true",
    "public, 421200, 2023-04-22, false",
    "public, GB, 2023-10-02, true",
    "public, , 2023-04-23, false",
    "school, 421200, 2023-07-19, false",
    "public, 421200, 2023-07-19, true",
    "school, 110000, 2023-07-19, true",
    "every_day, 421200, 2023-10-01, true"
  })
  void workdays(String calendar, String region, LocalDate day, boolean isWorkday) {
    assertThat(CALENDARS.isWorkday(calendar, region, day)).isEqualTo(isWorkday);
  }

  @Test
  void anUnknownCalendarIsRefused() {
    LocalDate day = LocalDate.of(2023, 1, 1);
    assertThatThrownBy(() -> CALENDARS.isWorkday("lunar", null, day))
        .hasMessageContaining("no calendar lunar");
  }
}
