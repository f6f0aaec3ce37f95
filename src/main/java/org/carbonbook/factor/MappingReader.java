package org.carbonbook.factor;

import java.util.ArrayList;
import java.util.List;

/** Reads tables of kind {@code mapping}: canonical fuel to published row. */
final class MappingReader {
  private static final List<String> COLUMNS =
      List.of("fuel", "table", "row", "ncv_table", "ncv_row", "taken_from", "reason");

  private final FuelList fuels;
  private final Findings findings;

  MappingReader(FuelList fuels, Findings findings) {
    this.fuels = fuels;
    this.findings = findings;
  }

  List<MappingRow> read(FactorTable table) {
    List<MappingRow> rows = new ArrayList<>();
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
        "Nearest known: " + Nearest.of(row.text("fuel"), fuels.codes()));
    return false;
  }

  private static void lintReason(FactorRow row) {
    if (!row.text("taken_from").isEmpty() && row.text("reason").isEmpty()) {
      row.note(
          FactorNotice.FACTOR_REASON_MISSING,
          row.text("fuel") + " is taken from " + row.text("taken_from"),
          "Say in the column reason why");
    }
  }

  private static MappingRow mapping(FactorRow row) {
    return new MappingRow(
        row.text("fuel"),
        row.text("table"),
        row.text("row"),
        row.text("ncv_table"),
        row.text("ncv_row"),
        row.text("taken_from"),
        row.text("reason"),
        row);
  }
}
