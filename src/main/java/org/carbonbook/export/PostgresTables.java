package org.carbonbook.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Tables of a schema of PostgreSQL: columns, rows, keys, comments. */
final class PostgresTables {

  /** The first version in which a unique index can take nulls as equal. */
  private static final int NULLS_NOT_DISTINCT = 15;

  private final PostgresCalls calls;
  private final String schema;
  private final ExportListener listener;

  PostgresTables(PostgresCalls calls, String schema, ExportListener listener) {
    this.calls = calls;
    this.schema = schema;
    this.listener = listener;
  }

  /** The name of a table with its schema, for SQL. */
  String name(ExportTable table) {
    return SqlNames.name(schema) + "." + SqlNames.name(table.shortName());
  }

  /** Makes a table without rows. */
  void create(ExportTable table) throws SQLException {
    String columns =
        Arrays.stream(table.schema().fields())
            .map(column -> SqlNames.name(column.name()) + " " + type(column.dataType()))
            .collect(Collectors.joining(", "));
    calls.run("CREATE TABLE %s (%s)".formatted(name(table), columns));
    comment("TABLE " + name(table), table.comment());
    for (StructField column : table.schema().fields()) {
      comment(
          "COLUMN %s.%s".formatted(name(table), SqlNames.name(column.name())),
          ExportTable.comment(column));
    }
  }

  /** Writes the rows of a table, then its key. */
  long write(ExportTable table) throws SQLException, IOException {
    try {
      long rows = copy(table);
      addKey(table);
      calls.run("ANALYZE " + name(table));
      return rows;
    } catch (SQLException e) {
      throw new SQLException(table.name() + ": " + e.getMessage(), e.getSQLState(), e);
    }
  }

  private long copy(ExportTable table) throws SQLException, IOException {
    PGConnection server = calls.connection().unwrap(PGConnection.class);
    long rows = 0;
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new PGCopyOutputStream(
                    server, "COPY %s FROM STDIN WITH (FORMAT csv)".formatted(name(table))),
                StandardCharsets.UTF_8))) {
      CsvLines lines = CsvLines.exact(out);
      Iterator<Row> each = table.rows();
      while (each.hasNext()) {
        List<Object> values = CsvLines.values(each.next());
        values.replaceAll(value -> value instanceof byte[] ? "\\x" + ValueText.text(value) : value);
        lines.line(values);
        rows++;
      }
    }
    return rows;
  }

  /** A primary key, or where it has nulls, a unique index that takes nulls as equal. */
  private void addKey(ExportTable table) throws SQLException {
    if (table.key().isEmpty()) {
      return;
    }
    String columns = SqlNames.names(table.key());
    String anyNull =
        table.key().stream()
            .map(column -> SqlNames.name(column) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    if (calls.text("SELECT 1 FROM %s WHERE %s LIMIT 1".formatted(name(table), anyNull)).isEmpty()) {
      calls.run("ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(name(table), columns));
    } else if (calls.connection().getMetaData().getDatabaseMajorVersion() >= NULLS_NOT_DISTINCT) {
      calls.run(
          "CREATE UNIQUE INDEX ON %s (%s) NULLS NOT DISTINCT".formatted(name(table), columns));
      listener.remark(table.name() + ": its key has nulls, so it is a unique index there");
    } else {
      calls.run("CREATE INDEX ON %s (%s)".formatted(name(table), columns));
      listener.remark(table.name() + ": its key has nulls, so it is a plain index there");
    }
  }

  private void comment(String what, String text) throws SQLException {
    if (!text.isEmpty()) {
      calls.run("COMMENT ON %s IS %s".formatted(what, SqlNames.text(text)));
    }
  }

  private static String type(DataType type) {
    if (type instanceof StringType) {
      return "text";
    } else if (type instanceof BooleanType) {
      return "boolean";
    } else if (type instanceof BinaryType) {
      return "bytea";
    } else if (type instanceof DateType) {
      return "date";
    } else if (type instanceof TimestampType) {
      return "timestamptz";
    } else if (type instanceof TimestampNTZType) {
      return "timestamp";
    }
    return number(type);
  }

  private static String number(DataType type) {
    if (type instanceof ByteType || type instanceof ShortType) {
      return "smallint";
    } else if (type instanceof IntegerType) {
      return "integer";
    } else if (type instanceof LongType) {
      return "bigint";
    } else if (type instanceof FloatType) {
      return "real";
    } else if (type instanceof DoubleType) {
      return "double precision";
    } else if (type instanceof DecimalType decimal) {
      return "numeric(%d, %d)".formatted(decimal.precision(), decimal.scale());
    }
    // Arrays, maps and structs.
    return "jsonb";
  }
}
