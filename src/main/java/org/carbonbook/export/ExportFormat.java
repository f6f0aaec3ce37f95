package org.carbonbook.export;

import java.util.Locale;

/** What a release can be exported to as files. */
public enum ExportFormat {
  /** A folder with a CSV file for each table. */
  CSV,
  /** A folder with a Parquet file for each table. */
  PARQUET,
  /** A workbook with a sheet for each table. */
  XLSX,
  /** A database file of DuckDB. */
  DUCKDB,
  /** A folder with CSV files and their description, a Data Package. */
  DATAPACKAGE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
