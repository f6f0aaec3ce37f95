package org.carbonbook.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.statistics.spark.GroupedRows;
import org.carbonbook.statistics.spark.TimeColumn;

/**
 * A file of series. Cells of a CSV file are text: a cell that is neither a number nor declared to
 * mean missing stops the command, because an undeclared gap would otherwise go unnoticed.
 */
final class TrendInput {

  private final SparkSession spark;
  private final Path file;
  private final Set<String> missing;

  TrendInput(SparkSession spark, Path file, Set<String> missing) {
    this.spark = spark;
    this.file = file;
    this.missing = missing;
  }

  /** The rows as they are in the file. */
  Dataset<Row> rows() throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": no such file, or it may not be read");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".txt")) {
      return csv();
    }
    if (Files.isDirectory(file.resolve("_delta_log"))) {
      throw new IllegalArgumentException(
          file
              + " is a Delta table, whose files hold older versions too;"
              + " write the rows with carbonbook sql … --format csv and take that file");
    }
    if (name.endsWith(".parquet") || Files.isDirectory(file)) {
      return spark.read().parquet(file.toString());
    }
    throw new IllegalArgumentException(
        file + ": the name ends in neither .csv nor .parquet; rename the file");
  }

  private Dataset<Row> csv() throws IOException {
    Dataset<Row> rows =
        spark
            .read()
            .option("header", true)
            .option("comment", "#")
            .option("ignoreLeadingWhiteSpace", true)
            .option("ignoreTrailingWhiteSpace", true)
            .csv(file.toString());
    if (rows.columns().length == 0) {
      throw new IOException(file + ": the file is empty; its first line names the columns");
    }
    return rows;
  }

  /**
   * The rows with columns of text converted to numbers.
   *
   * @throws IOException when a cell is not a number or not a time; names the first such cell
   */
  Dataset<Row> numbersIn(Dataset<Row> rows, List<String> columns, String time) throws IOException {
    Dataset<Row> result = rows;
    for (String name : columns) {
      if (isText(rows, name)) {
        Column text = textOf(name);
        Column number = text.cast(DataTypes.DoubleType);
        requireNone(rows, name, text.isNotNull().and(number.isNull()), "not a number");
        result = result.withColumn(name, number);
      }
    }
    Column unreadable = GroupedRows.quoted(time).isNotNull().and(timeOf(rows, time).isNull());
    requireNone(rows, time, unreadable, "no time");
    return result;
  }

  private static Column timeOf(Dataset<Row> rows, String time) {
    return TimeColumn.of(rows, time);
  }

  private static boolean isText(Dataset<Row> rows, String name) {
    if (!Arrays.asList(rows.columns()).contains(name)) {
      throw new IllegalArgumentException(
          "no column '%s'; the columns are %s".formatted(name, String.join(", ", rows.columns())));
    }
    return rows.schema().apply(name).dataType().equals(DataTypes.StringType);
  }

  private Column textOf(String name) {
    Column text = trim(GroupedRows.quoted(name));
    Column blank = text.equalTo("");
    for (String word : missing) {
      blank = blank.or(text.equalTo(word));
    }
    return when(blank, lit(null)).otherwise(text);
  }

  private void requireNone(Dataset<Row> rows, String name, Column bad, String what)
      throws IOException {
    Row found =
        rows.filter(bad)
            .select(GroupedRows.quoted(name).cast(DataTypes.StringType).as("cell"))
            .agg(count(lit(1)).as("cells"), min(col("cell")).as("first"))
            .first();
    long cells = found.getLong(0);
    if (cells > 0) {
      throw new IOException(
          ("%s, column %s: '%s' is %s (%d such cell(s));"
                  + " correct it, or name it with --missing if it means missing")
              .formatted(file, name, found.getString(1), what, cells));
    }
  }
}
