package org.carbonbook.factor.file;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.Validity;
import org.carbonbook.notice.NearestNames;

/** Reads tables of kind {@code mapping}: canonical fuel to published row. */
final class FuelMappingReader {
  private static final List<String> COLUMNS =
      List.of("fuel", "table", "row", "ncv_table", "ncv_row", "taken_from", "reason");

  private final FuelList fuels;
  private final FactorFindings findings;

  FuelMappingReader(FuelList fuels, FactorFindings findings) {
    this.fuels = fuels;
    this.findings = findings;
  }

  List<FuelMapping> read(FactorFile table) {
    List<FuelMapping> rows = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return rows;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      String key = String.join(" ", row.text("fuel"), row.text("table"), row.text("row"));
      boolean filled = row.isFilled("fuel") && row.isFilled("table") && row.isFilled("row");
      if (filled && isKnown(row) && keys.isNew(key, Validity.ALWAYS, row)) {
        lintReason(row);
        rows.add(mapping(row));
      }
    }
    return rows;
  }

  private boolean isKnown(FactorRow row) {
    if (fuels.find(row.text("fuel")).isPresent()) {
      return true;
    }
    row.note(
        FactorNotice.FACTOR_FUEL_UNKNOWN,
        "fuel is '" + row.text("fuel") + "'",
        "Nearest known: " + NearestNames.of(row.text("fuel"), fuels.codes()));
    return false;
  }

  private static void lintReason(FactorRow row) {
    if (!row.text("taken_from").isEmpty() && row.text("reason").isEmpty()) {
      row.note(
          FactorNotice.FACTOR_REASON_MISSING,
          row.text("fuel") + " is taken from " + row.text("taken_from"),
          "say in the column reason why");
    }
  }

  private static FuelMapping mapping(FactorRow row) {
    return new FuelMapping(
        row.text("fuel"),
        row.text("table"),
        row.text("row"),
        row.text("ncv_table"),
        row.text("ncv_row"),
        row.textOrNull("taken_from"),
        row.textOrNull("reason"),
        row);
  }
}
