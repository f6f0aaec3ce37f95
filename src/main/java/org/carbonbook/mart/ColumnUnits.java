package org.carbonbook.mart;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.TableDefinition;

/**
 * The units of columns: what the definition of a column says, or else what its name says. {@code
 * conf/column-units.csv} lists names and their units.
 */
public final class ColumnUnits {

  /** The configuration that it is read from. */
  static final String FILE = "column-units.csv";

  private static final String NONE = "none";
  private static final Set<String> NUMBERS = Set.of("int", "bigint", "float", "double");

  private final List<Rule> rules;

  private record Rule(Pattern name, String unit, String basis) {}

  /**
   * A unit.
   *
   * @param unit null for what has none
   * @param basis null where the unit has none, or it is not known
   */
  public record Unit(String unit, String basis) {}

  private ColumnUnits(List<Rule> rules) {
    this.rules = rules;
  }

  /** Reads the file of a configuration folder. */
  public static ColumnUnits read(Path conf) {
    return new ColumnUnits(
        ConfTable.read(conf.resolve(FILE)).requireColumns("column", "unit", "basis").rows().stream()
            .map(
                row ->
                    new Rule(
                        Pattern.compile(
                            Pattern.quote(row.filled("column")).replace("*", "\\E.*\\Q")),
                        row.filled("unit"),
                        row.find("basis").orElse(null)))
            .toList());
  }

  /**
   * The unit of a column of a table.
   *
   * @return nothing when it is a number of which nobody says the unit
   */
  public Optional<Unit> find(TableDefinition table, ColumnDefinition column) {
    if (column.unit() != null) {
      return Optional.of(unit(column.unit(), column.basis()));
    }
    if (!NUMBERS.contains(column.type()) && !column.type().startsWith("decimal")) {
      return Optional.of(new Unit(null, column.basis()));
    }
    for (String beside :
        List.of(column.name() + "_unit", column.name().replaceAll("_value$", "_unit"), "unit")) {
      if (List.of(table.columnNames()).contains(beside) && byName(column).isEmpty()) {
        return Optional.of(new Unit("column " + beside, column.basis()));
      }
    }
    return byName(column)
        .map(rule -> unit(rule.unit(), column.basis() == null ? rule.basis() : column.basis()));
  }

  private Optional<Rule> byName(ColumnDefinition column) {
    return rules.stream().filter(rule -> rule.name().matcher(column.name()).matches()).findFirst();
  }

  private static Unit unit(String unit, String basis) {
    return new Unit(unit.equals(NONE) ? null : unit, basis);
  }
}
