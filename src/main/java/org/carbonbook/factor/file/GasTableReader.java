package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.factor.value.Validity;

/** Reads tables of kind {@code gas}: CH4 and N2O per TJ, one column per sector group. */
public final class GasTableReader {
  private static final List<SectorGroup> GROUPS =
      List.of(
          SectorGroup.ENERGY_INDUSTRIES,
          SectorGroup.MANUFACTURING,
          SectorGroup.COMMERCIAL,
          SectorGroup.RESIDENTIAL_AGRICULTURE);
  private static final List<String> COLUMNS =
      List.of(
          "row",
          "gas",
          "energy_industries",
          "manufacturing",
          "commercial",
          "residential_agriculture");
  private static final Set<String> GASES = Set.of("CH4", "N2O");

  private final FactorFindings findings;

  public GasTableReader(FactorFindings findings) {
    this.findings = findings;
  }

  public List<GasRow> read(FactorTable table) {
    List<GasRow> rows = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return rows;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      Validity validity = table.validityOf(row);
      String key = row.text("row") + " " + row.text("gas");
      if (row.isFilled("row") && isGas(row) && keys.isNew(key, validity, row)) {
        for (SectorGroup group : GROUPS) {
          Optional<BigDecimal> value = row.findRequired(group.code());
          value.ifPresent(
              v ->
                  rows.add(
                      new GasRow(
                          table.name(),
                          row.text("row"),
                          row.text("gas"),
                          group,
                          v.doubleValue(),
                          validity,
                          table.source(),
                          row)));
        }
      }
    }
    return rows;
  }

  private static boolean isGas(FactorRow row) {
    if (GASES.contains(row.text("gas"))) {
      return true;
    }
    row.note(
        FactorNotice.FACTOR_VALUE_UNKNOWN, "gas is '" + row.text("gas") + "'", "Use CH4 or N2O");
    return false;
  }
}
