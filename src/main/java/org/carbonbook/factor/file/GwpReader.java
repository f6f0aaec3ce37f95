package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.factor.value.Gwp;
import org.carbonbook.factor.value.Validity;

/** Reads tables of kind {@code gwp}. */
final class GwpReader {
  private static final List<String> COLUMNS =
      List.of("report", "horizon_years", "gas", "zh", "en", "gwp", "note");

  private final FactorFindings findings;

  GwpReader(FactorFindings findings) {
    this.findings = findings;
  }

  List<Gwp> read(FactorTable table) {
    List<Gwp> gwps = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return gwps;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      String key = String.join(" ", row.text("report"), row.text("horizon_years"), row.text("gas"));
      if (row.isFilled("report") && row.isFilled("gas") && keys.isNew(key, Validity.ALWAYS, row)) {
        gwp(table, row).ifPresent(gwps::add);
      }
    }
    return gwps;
  }

  private static Optional<Gwp> gwp(FactorTable table, FactorRow row) {
    Optional<BigDecimal> horizon = row.findRequired("horizon_years");
    Optional<BigDecimal> value = row.findRequired("gwp");
    if (horizon.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gwp(
            row.text("report"),
            horizon.get().intValue(),
            row.text("gas"),
            row.text("zh"),
            row.text("en"),
            value.get().doubleValue(),
            table.source(),
            row.textOrNull("note"),
            table.file(),
            row.line()));
  }
}
