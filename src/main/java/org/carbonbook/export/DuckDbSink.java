package org.carbonbook.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;

/**
 * A database file of DuckDB with the schemas of the lake, the comments of tables and columns, and
 * primary keys. The rows of a table go through a Parquet file.
 */
final class DuckDbSink implements FileSink {

  private static final String FILE = "export.duckdb";

  private final PartialTarget partial;
  private final ExportListener listener;
  private final Connection database;

  DuckDbSink(PartialTarget partial, ExportListener listener) throws IOException, SQLException {
    this.partial = partial;
    this.listener = listener;
    try {
      // DriverManager's list of drivers is made once: a driver that came later would be missed.
      Class.forName("org.duckdb.DuckDBDriver");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "the driver of DuckDB is not on the class path: on a cluster add org.duckdb:duckdb_jdbc with --packages",
          e);
    }
    Path temporary = Files.createDirectories(partial.folder().resolve("spill"));
    this.database = DriverManager.getConnection("jdbc:duckdb:" + partial.folder().resolve(FILE));
    try {
      execute("SET temp_directory = " + SqlNames.text(temporary.toString()));
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public Optional<Long> findRows(ExportTable table) {
    return Optional.empty();
  }

  @Override
  public long write(ExportTable table) throws IOException, SQLException {
    Path rows = partial.folder().resolve("rows.parquet");
    ParquetSink.write(table, rows);
    String name =
        table.layer() + "." + SqlNames.name(table.name().substring(table.layer().length() + 1));
    execute("CREATE SCHEMA IF NOT EXISTS " + table.layer());
    execute(
        "CREATE TABLE %s AS SELECT * FROM read_parquet(%s)"
            .formatted(name, SqlNames.text(rows.toString())));
    Files.delete(rows);
    comment("TABLE " + name, table.comment());
    for (StructField column : table.schema().fields()) {
      comment(
          "COLUMN %s.%s".formatted(name, SqlNames.name(column.name())),
          ExportTable.comment(column));
    }
    addKey(table.name(), name, table.key());
    return count("SELECT count(*) FROM " + name);
  }

  @Override
  public void becomeTarget() throws IOException, SQLException {
    execute("CHECKPOINT");
    database.close();
    partial.finish(FILE, 0);
    partial.becomeTarget(FILE);
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  private void addKey(String table, String name, List<String> key) throws SQLException {
    if (key.isEmpty()) {
      return;
    }
    StringBuilder anyNull = new StringBuilder("false");
    key.forEach(column -> anyNull.append(" OR %s IS NULL".formatted(SqlNames.name(column))));
    if (count("SELECT count(*) FROM %s WHERE %s".formatted(name, anyNull)) > 0) {
      listener.remark(table + ": its key has nulls, so it is not a primary key there");
      return;
    }
    execute("ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(name, SqlNames.names(key)));
  }

  private void comment(String what, String text) throws SQLException {
    if (!text.isEmpty()) {
      execute("COMMENT ON %s IS %s".formatted(what, SqlNames.text(text)));
    }
  }

  private long count(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
