package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.mart.MartDefinition;
import org.junit.jupiter.api.Test;

/**
 * A unit has one spelling in all marts: that of the registry, or two of its units with a stroke
 * between them, as factors have.
 */
class MartUnitsTest {

  private static final Path CONF = Path.of("conf");

  @Test
  void everyPrintedUnitIsOneOfTheRegistry() throws IOException {
    Set<String> registry =
        ConfTable.read(CONF.resolve("units.csv")).rows().stream()
            .map(row -> row.filled("unit"))
            .collect(Collectors.toSet());
    List<String> printed = printedUnits();
    assertThat(printed).as("the marts print units").hasSizeGreaterThan(20);
    assertThat(printed.stream().filter(line -> !isKnown(line, registry)).toList())
        .as("mart, column and a unit that conf/units.csv does not have")
        .isEmpty();
  }

  /** Which edition a figure is of is told by its year: a source has no word left over from it. */
  @Test
  void noSourceEndsInTheMiddle() throws IOException {
    List<String> columns = new ArrayList<>();
    for (MartDefinition mart : MartDefinition.listMarts(CONF)) {
      for (ColumnDefinition column : mart.definition().columns()) {
        if (column.type().equals("string") && column.name().matches("(.*_)?source")) {
          columns.add(select(mart, column));
        }
      }
    }
    assertThat(distinct(columns))
        .hasSizeGreaterThan(20)
        .noneMatch(line -> line.matches("(?i).*([,;(]|\\b(vintage|edition|and|of))\"?$"));
  }

  private static List<String> printedUnits() throws IOException {
    List<String> columns = new ArrayList<>();
    for (MartDefinition mart : MartDefinition.listMarts(CONF)) {
      for (ColumnDefinition column : mart.definition().columns()) {
        if (column.type().equals("string") && column.name().matches("(.*_)?unit")) {
          columns.add(select(mart, column));
        }
      }
    }
    return distinct(columns);
  }

  private static String select(MartDefinition mart, ColumnDefinition column) {
    return "SELECT DISTINCT '%s.%s' AS place, %s AS text FROM %s WHERE %s IS NOT NULL"
        .formatted(mart.table(), column.name(), column.name(), mart.table(), column.name());
  }

  private static List<String> distinct(List<String> selects) throws IOException {
    CommandRun run =
        CommandRun.of(
            "--lake",
            SampleLake.get().folder().toString(),
            "sql",
            "SELECT concat(place, ' ', text) AS line FROM ("
                + String.join(" UNION ALL ", selects)
                + ") ORDER BY line",
            "--format",
            "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().skip(1).toList();
  }

  private static boolean isKnown(String line, Set<String> registry) {
    String text = line.replace("\"", "");
    String unit = text.substring(text.indexOf(' ') + 1);
    int stroke = unit.indexOf('/');
    return registry.contains(unit)
        || (stroke > 0
            && registry.contains(unit.substring(0, stroke))
            && registry.contains(unit.substring(stroke + 1)));
  }
}
