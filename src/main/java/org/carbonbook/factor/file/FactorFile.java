package org.carbonbook.factor.file;

import java.util.List;
import org.carbonbook.factor.value.Validity;

/**
 * A file of {@code conf/}: its comment lines and its rows.
 *
 * @param name the file's name without folder and {@code .csv}
 * @param file the file as messages name it, e.g. {@code conf/factors/gwp.csv}
 * @param kind which columns it has, e.g. {@code fuel}
 */
public record FactorFile(
    String name,
    String file,
    String kind,
    String source,
    Validity valid,
    List<String> header,
    List<FactorRow> rows) {

  /** Whether all these columns are there; a missing one is a notice. */
  boolean hasColumns(List<String> columns, FactorFindings findings) {
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    if (missing.isEmpty()) {
      return true;
    }
    String names = String.join(",", missing);
    findings.add(
        FactorNotice.FACTOR_COLUMN_MISSING,
        file,
        "no column " + names,
        "add to the header line: " + names);
    return false;
  }

  /** The validity of a row: its own cells, a blank one meaning what the file says. */
  Validity validityOf(FactorRow row) {
    return Validity.ofCells(row.text("valid_from"), row.text("valid_to"), valid)
        .orElseGet(
            () -> {
              row.note(
                  FactorNotice.FACTOR_VALIDITY_MALFORMED,
                  "valid_from '"
                      + row.text("valid_from")
                      + "', valid_to '"
                      + row.text("valid_to")
                      + "'",
                  "write years, the earlier first, or leave the cells blank");
              return valid;
            });
  }
}
