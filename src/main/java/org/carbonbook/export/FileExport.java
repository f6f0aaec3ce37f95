package org.carbonbook.export;

import java.nio.file.Path;
import java.util.List;

/**
 * An export to files.
 *
 * @param format what is written
 * @param target the folder or file that the export becomes
 * @param tables patterns of the names of tables, with {@code *} for any text
 * @param csv how CSV files are written
 * @param existing what happens to a target that is there
 */
public record FileExport(
    ExportFormat format, Path target, List<String> tables, CsvStyle csv, Existing existing) {

  /** How an export treats a target that exists already. */
  public enum Existing {
    KEEP,
    REPLACE
  }
}
