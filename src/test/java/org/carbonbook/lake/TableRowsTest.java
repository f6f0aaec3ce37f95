package org.carbonbook.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TableRowsTest {

  private final TableRows rows = TableRows.of("core.weather_day");

  @Test
  void namesTheColumnThatIsUnknownOrForgotten() {
    assertThatThrownBy(() -> rows.row().set("temperature", 1.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("core.weather_day has no column temperature; its columns are ");
    assertThatThrownBy(() -> rows.row().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("was not set");
  }

  @Test
  void refusesAValueOfAnotherClassAndANullInTheKey() {
    TableRows meters = TableRows.of("core.meter");
    assertThatThrownBy(() -> meters.row().set("multiplier", 40))
        .hasMessage("core.meter.multiplier is double, but the value is of class Integer: 40");
    TableRows.RowBuilder row = meters.row();
    for (String column : meters.schema().fieldNames()) {
      row.setNull(column);
    }
    assertThatThrownBy(row::build).hasMessageStartingWith("core.meter.meter_id is null");
  }

  @Test
  void holdsValuesUnderTheirNamesInTheOrderOfTheDictionary() {
    TableRows meters = TableRows.of("core.meter");
    TableRows.RowBuilder builder = meters.row();
    for (String column : meters.schema().fieldNames()) {
      builder.setNull(column);
    }
    Row row =
        builder
            .set("first_reading", Instant.EPOCH)
            .set("valid_from", LocalDate.of(2023, 1, 2))
            .set("meter_id", "m1")
            .build();

    assertThat(row.schema()).isEqualTo(TableDefinition.getDefinition("core.meter").schema());
    assertThat(row.getString(0)).isEqualTo("m1");
    assertThat(row.<Date>getAs("valid_from")).isEqualTo(Date.valueOf("2023-01-02"));
    assertThat(row.<Timestamp>getAs("first_reading")).isEqualTo(Timestamp.from(Instant.EPOCH));
    assertThat(meters.rowLike(row).build()).isEqualTo(row);
  }

  @Test
  void makesTheStructsOfAColumn() {
    TableRows days = TableRows.of("core.meter_day");
    Row defect =
        days.structOf("defects")
            .row()
            .set("reason", "gap")
            .set("starts_at", Instant.EPOCH)
            .set("ends_at", Instant.EPOCH)
            .set("readings", 3)
            .setNull("quantity")
            .build();
    Row day = fill(days).set("defects", List.of(defect)).build();
    assertThat(day.<Row>getList(day.fieldIndex("defects"))).containsExactly(defect);
    assertThatThrownBy(() -> days.structOf("unit"))
        .hasMessage("core.meter_day.unit is string, not a struct");
  }

  private static TableRows.RowBuilder fill(TableRows days) {
    TableRows.RowBuilder row = days.row();
    row.setNull(days.schema().fieldNames());
    return row.set("meter_id", "m").set("day", LocalDate.EPOCH);
  }
}
