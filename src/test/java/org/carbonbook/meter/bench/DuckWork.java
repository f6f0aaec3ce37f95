package org.carbonbook.meter.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The work in DuckDB's SQL: rows are numbered as read, duplicated keys are found first and joined
 * after, hours become days and months, each is written as Parquet.
 */
final class DuckWork {

  private DuckWork() {}

  /** Loads the library, which counts as starting. */
  static void start() throws SQLException {
    DriverManager.getConnection("jdbc:duckdb:").close();
  }

  /** Works on a folder of logs and leaves {@code monthly.csv} and {@code benchmark.csv}. */
  static void run(Path logs, Path out, int threads) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + out.resolve("duck.db"));
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads = " + threads);
      sql.execute("SET memory_limit = '4GB'");
      sql.execute("SET temp_directory = '" + out.resolve("spill") + "'");
      DuckSource source = DuckSource.of(logs);
      sql.execute("CREATE TEMP TABLE meter AS " + source.meters());
      sql.execute("CREATE TYPE known AS ENUM (SELECT meter_id FROM meter ORDER BY meter_id)");
      sql.execute("CREATE TEMP TABLE building AS " + source.buildings());
      sql.execute(
          "CREATE TEMP TABLE reading AS SELECT id, ts, value,"
              + " enum_code(id)::BIGINT * 1000000 + epoch(ts)::BIGINT // 3600 AS key FROM ("
              + " SELECT TRY_CAST(meter_id AS known) AS id, ts, value FROM (%s))"
                  .formatted(source.readings())
              + " WHERE id IS NOT NULL AND value >= 0 AND ts IS NOT NULL");
      sql.execute(
          "CREATE TEMP TABLE twice AS SELECT key, max(rowid) AS keep FROM reading GROUP BY key"
              + " HAVING count(*) > 1");
      sql.execute(
          "CREATE TEMP VIEW kept AS SELECT r.id, r.ts, r.value FROM reading r"
              + " LEFT JOIN twice t ON t.key = r.key WHERE t.keep IS NULL OR t.keep = r.rowid");
      sql.execute(
          "COPY (SELECT id, ts, value FROM kept) TO '%s/hourly.parquet' (FORMAT parquet)"
              .formatted(out));
      sql.execute(
          "CREATE TEMP TABLE day AS SELECT id, ts::DATE AS day, sum(value) AS kwh, count(*) AS hours,"
              + " min(value) AS least, max(value) AS most FROM kept GROUP BY id, ts::DATE");
      sql.execute("COPY day TO '%s/daily.parquet' (FORMAT parquet)".formatted(out));
      sql.execute(
          "CREATE TEMP TABLE month AS SELECT m.building_id, strftime(d.day, '%Y-%m') AS month,"
              + " sum(d.kwh) AS kwh, sum(d.hours) AS hours, max(d.most) AS peak, sum(d.least) AS base"
              + " FROM day d JOIN meter m ON m.meter_id = d.id::VARCHAR GROUP BY ALL");
      sql.execute("COPY month TO '%s/monthly.parquet' (FORMAT parquet)".formatted(out));
      sql.execute(
          "CREATE TEMP TABLE benchmark AS SELECT y.building_id, b.use_type, y.year,"
              + " kwh / area_m2 AS eui, rank() OVER p AS rank, count(*) OVER g AS peers,"
              + " quantile_cont(kwh / area_m2, 0.5) OVER g AS median"
              + " FROM (SELECT building_id, left(month, 4) AS year, sum(kwh) AS kwh, sum(hours) AS hours"
              + "       FROM month GROUP BY ALL) y JOIN building b USING (building_id)"
              + " WHERE hours >= 0.9 * 8760"
              + " WINDOW p AS (PARTITION BY use_type, year ORDER BY kwh / area_m2),"
              + "        g AS (PARTITION BY use_type, year)");
      sql.execute("COPY benchmark TO '%s/benchmark.parquet' (FORMAT parquet)".formatted(out));
      sql.execute(
          "COPY (SELECT building_id, month, kwh FROM month WHERE kwh > 0 ORDER BY ALL) TO '%s/monthly.csv'"
              .formatted(out));
      sql.execute(
          "COPY (SELECT building_id, year, eui, rank, peers, median FROM benchmark ORDER BY ALL)"
              .concat(" TO '%s/benchmark.csv'".formatted(out)));
    }
  }
}
