package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.factor.value.Validity;

/** Reads tables of kind {@code heat}. */
public final class HeatReader {
  public static final String UNIT = "tCO2/GJ";
  private static final List<String> COLUMNS =
      List.of("row", "zh", "en", "value", "unit", "valid_from", "valid_to", "flag", "note");

  private final FactorFindings findings;

  HeatReader(FactorFindings findings) {
    this.findings = findings;
  }

  List<HeatRow> read(FactorTable table) {
    List<HeatRow> rows = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return rows;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      Validity validity = table.validityOf(row);
      Optional<BigDecimal> value = row.findRequired("value");
      if (!row.text("unit").equals(UNIT)) {
        row.note(
            FactorNotice.FACTOR_UNIT_UNKNOWN, "unit is '" + row.text("unit") + "'", "Use " + UNIT);
      } else if (value.isPresent() && keys.isNew(row.text("row"), validity, row)) {
        rows.add(
            new HeatRow(
                table.name(),
                row.text("row"),
                value.get().doubleValue(),
                validity,
                table.source(),
                row));
      }
    }
    return rows;
  }
}
