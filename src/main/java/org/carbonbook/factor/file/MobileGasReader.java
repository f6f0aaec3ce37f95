package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.factor.value.SectorGroup;

/**
 * Reads tables of kind {@code mobile_gas}: CH4 and N2O per TJ of fuel in engines. Only rows marked
 * as default are used, because a balance does not distinguish engines; the others serve for
 * comparison.
 */
final class MobileGasReader {

  private static final Map<String, SectorGroup> GROUPS =
      Map.of(
          "road", SectorGroup.TRANSPORT,
          "aviation", SectorGroup.TRANSPORT,
          "off_road", SectorGroup.AGRICULTURE);
  private static final List<String> GASES = List.of("CH4", "N2O");

  private final FactorFindings findings;

  MobileGasReader(FactorFindings findings) {
    this.findings = findings;
  }

  /** The rows marked as default; {@link GasRow#row} is the fuel. */
  public List<GasRow> read(FactorFile table) {
    List<GasRow> rows = new ArrayList<>();
    if (!table.hasColumns(
        List.of("mode", "fuel", "ch4_kg_per_tj", "n2o_kg_per_tj", "default"), findings)) {
      return rows;
    }
    for (FactorRow row : table.rows()) {
      SectorGroup group = GROUPS.get(row.text("mode"));
      if (group == null) {
        row.note(
            FactorNotice.FACTOR_VALUE_UNKNOWN,
            "mode is '" + row.text("mode") + "'",
            "use road, off_road or aviation");
      } else if (row.text("default").equals("yes") && row.isFilled("fuel")) {
        GASES.forEach(gas -> gas(table, row, group, gas).ifPresent(rows::add));
      }
    }
    return rows;
  }

  private static Optional<GasRow> gas(
      FactorFile table, FactorRow row, SectorGroup group, String gas) {
    String column = gas.toLowerCase(Locale.ROOT) + "_kg_per_tj";
    Optional<BigDecimal> value = row.findRequired(column);
    return value.map(
        v ->
            new GasRow(
                table.name(),
                row.text("fuel"),
                gas,
                group,
                v.doubleValue(),
                table.validityOf(row),
                table.source(),
                row));
  }
}
