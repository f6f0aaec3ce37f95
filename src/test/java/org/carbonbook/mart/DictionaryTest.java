package org.carbonbook.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.TableDefinition;
import org.junit.jupiter.api.Test;

/** Every column of every mart says what it means and in which unit. */
class DictionaryTest {

  private static final Path CONF = Path.of("conf");

  private final ColumnUnits units = ColumnUnits.read(CONF);

  @Test
  void everyColumnHasChineseEnglishAndAUnit() {
    List<String> missing = new ArrayList<>();
    for (TableDefinition table : tables()) {
      for (ColumnDefinition column : table.columns()) {
        String name = table.table() + "." + column.name();
        if (column.zh() == null || column.zh().isBlank()) {
          missing.add(name + ": zh");
        }
        if (column.en() == null || column.en().isBlank()) {
          missing.add(name + ": en");
        }
        if (units.find(table, column).isEmpty()) {
          missing.add(name + ": unit");
        }
      }
    }
    assertThat(missing)
        .as(
            "add the key to the header of the mart's SQL (unit: none for a number without one), or a"
                + " line to conf/column-units.csv where the name says it")
        .isEmpty();
  }

  @Test
  void aNameSaysTheUnit() {
    TableDefinition total = table("mart.carbon_footprint_total");
    assertThat(units.find(total, column(total, "scope1_co2_t")))
        .contains(new ColumnUnits.Unit("t", "CO2"));
    assertThat(units.find(total, column(total, "year"))).contains(new ColumnUnits.Unit(null, null));
    assertThat(units.find(total, column(total, "region_code")))
        .contains(new ColumnUnits.Unit(null, null));
  }

  @Test
  void aColumnBesideSaysTheUnit() {
    TableDefinition footprint = table("mart.carbon_footprint");
    assertThat(units.find(footprint, column(footprint, "activity")).map(ColumnUnits.Unit::unit))
        .isEqualTo(Optional.of("column activity_unit"));
  }

  @Test
  void aRowSaysMeaningGrainAndSource() {
    TableDefinition total = table("mart.carbon_footprint_total");
    Row row =
        Dictionary.rows(total, List.of("mart.carbon_footprint"), units).stream()
            .filter(each -> each.getString(1).equals("scope1_co2_t"))
            .findFirst()
            .orElseThrow();
    assertThat(row.<String>getAs("source")).startsWith("sum of core.emission.");
    assertThat(row.<String>getAs("grain")).startsWith("region_code, year");
    assertThat(row.<String>getAs("zh")).isEqualTo(column(total, "scope1_co2_t").zh());
  }

  private static List<TableDefinition> tables() {
    List<TableDefinition> tables = new ArrayList<>();
    MartDefinition.listMarts(CONF).forEach(mart -> tables.add(mart.definition()));
    tables.add(TableDefinition.getDefinition(Dictionary.TABLE));
    return tables;
  }

  private static TableDefinition table(String name) {
    return tables().stream().filter(t -> t.table().equals(name)).findFirst().orElseThrow();
  }

  private static ColumnDefinition column(TableDefinition table, String name) {
    return table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
