package org.carbonbook.footprint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * A row of an energy balance and how it counts: a line of {@code conf/footprint/rows.csv}.
 *
 * @param row code of the row, a sector of observations
 * @param zh its Chinese name
 * @param treatment {@code burnt}, {@code deducted}, {@code purchased}, {@code gasified} (the carbon
 *     that the products do not hold counts); other rows do not count
 * @param sign 1 or -1: makes the printed figure an activity
 * @param keep {@code all}, {@code positive} where only such activity counts, or {@code either}
 *     where the figure is an input with either sign
 * @param scope 1 or 2; null when the row does not count
 * @param sector sector of the footprint, or null
 * @param sectorGroup group of the CH4 and N2O factors, or null
 * @param nonEnergy which part of a non-energy product is not burnt here, or null
 * @param needed which regions' totals need the row, {@code named} where a total only names it as
 *     not estimated, or null
 * @param note for readers, or null
 */
record BalanceRow(
    String row,
    String zh,
    String treatment,
    int sign,
    String keep,
    Integer scope,
    String sector,
    String sectorGroup,
    String nonEnergy,
    String needed,
    String note) {

  static final String FILE = "footprint/rows.csv";

  /** The list of sectors, which has the names of rows. */
  static final String NAMES = "sectors.csv";

  private static final Set<String> KEEPS = Set.of("all", "positive", "either");
  private static final Set<String> NON_ENERGY = Set.of("all", "none", "printed");
  private static final Set<String> NEEDED = Set.of("all", "part", "named");

  /**
   * Reads all rows.
   *
   * @param configuration the folder {@code conf}
   * @throws IllegalArgumentException with file and line of the first fault
   */
  static List<BalanceRow> read(Path configuration) {
    ConfTable table =
        ConfTable.read(configuration.resolve(FILE))
            .requireColumns(
                "row", "treatment", "sign", "keep", "scope", "sector", "sector_group", "note");
    Map<String, String> names =
        ConfTable.read(configuration.resolve(NAMES)).rows().stream()
            .collect(Collectors.toMap(name -> name.filled("sector"), name -> name.filled("zh")));
    return table.rows().stream().map(row -> of(row, names)).toList();
  }

  private static BalanceRow of(ConfRow row, Map<String, String> names) {
    String code = row.filled("row");
    if (!names.containsKey(code)) {
      throw new IllegalArgumentException(
          "%s: row is '%s', which %s does not have; write a sector of that list"
              .formatted(row.place(), code, NAMES));
    }
    return new BalanceRow(
        code,
        names.get(code),
        row.filled("treatment"),
        row.decimal("sign").intValueExact(),
        oneOf(row, "keep", KEEPS),
        row.findDecimal("scope").map(scope -> scope.intValueExact()).orElse(null),
        row.find("sector").orElse(null),
        row.find("sector_group").orElse(null),
        oneOf(row, "non_energy", NON_ENERGY),
        oneOf(row, "needed", NEEDED),
        row.find("note").orElse(null));
  }

  private static String oneOf(ConfRow row, String column, Set<String> values) {
    String value = row.find(column).orElse(null);
    if (value != null && !values.contains(value)) {
      throw new IllegalArgumentException(
          "%s: %s is '%s'; write one of %s".formatted(row.place(), column, value, values));
    }
    return value;
  }
}
