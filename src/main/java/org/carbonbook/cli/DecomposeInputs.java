package org.carbonbook.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Opens what {@code --input} names: a CSV, a Parquet file or folder, or a published table. */
final class DecomposeInputs {

  private static final Pattern TABLE = Pattern.compile("(mart|core|ops)\\.[A-Za-z0-9_]+");

  /** Where Spark puts a line that has more or fewer values than there are columns. */
  private static final String MALFORMED = "_malformed_line";

  private final DecomposeContext context;

  DecomposeInputs(DecomposeContext context) {
    this.context = context;
  }

  /**
   * The rows of an input. All columns of a CSV are text: codes keep their leading zeros, and text
   * that is not a number is reported where a number is needed.
   */
  Dataset<Row> open(String name) {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      if (TABLE.matcher(name).matches()) {
        return context.table(name);
      }
      throw new IllegalStateException(
          "input "
              + name
              + " does not exist: give a .csv, a .parquet or a table like mart.carbon_footprint");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".csv.gz")) {
      return csv(path, lower.endsWith(".gz"));
    }
    if (lower.endsWith(".parquet") || Files.isDirectory(path)) {
      return parquet(path);
    }
    throw new IllegalStateException("input " + name + ": only .csv, .csv.gz and .parquet are read");
  }

  private Dataset<Row> parquet(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      if (files.noneMatch(f -> f.toString().endsWith(".parquet") && Files.isRegularFile(f))) {
        throw new IllegalStateException("input " + path + ": there is no Parquet file in it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
    return context.spark().read().parquet(path.toUri().toString());
  }

  private Dataset<Row> csv(Path path, boolean zipped) {
    DataFrameReader reader =
        context
            .spark()
            .read()
            .option("header", "true")
            .option("multiLine", !zipped && hasQuotedLineBreaks(path) ? "true" : "false")
            .option("escape", "\"")
            .option("ignoreLeadingWhiteSpace", "true")
            .option("ignoreTrailingWhiteSpace", "true");
    if (!zipped && firstLine(path).startsWith("#")) {
      reader = reader.option("comment", "#");
    }
    StructType columns = reader.csv(path.toUri().toString()).schema();
    if (columns.isEmpty()) {
      throw new IllegalStateException("input " + path + " is empty: it needs a header and rows");
    }
    requireHeader(path, header(path, zipped));
    requireNoLongRows(path, reader, columns);
    return reader.schema(columns).csv(path.toUri().toString());
  }

  /**
   * Refuses a row that has more values than the header has columns: a number with a thousands
   * separator and without quotation marks shifts all values after it by one column.
   */
  private static void requireNoLongRows(Path path, DataFrameReader reader, StructType columns) {
    Column line = col(MALFORMED);
    Column last = DecomposeOutput.quoted(columns.fieldNames()[columns.size() - 1]);
    List<Row> first =
        reader
            .option("columnNameOfCorruptRecord", MALFORMED)
            .schema(columns.add(MALFORMED, DataTypes.StringType))
            .csv(path.toUri().toString())
            .filter(line.isNotNull().and(last.isNotNull()).and(not(line.rlike(",[,\\s]*$"))))
            .takeAsList(1);
    if (!first.isEmpty()) {
      throw new IllegalStateException(
          "input "
              + path
              + ": a row has more values than the header has columns, a number with a comma?\n  "
              + first.get(0).<String>getAs(MALFORMED));
    }
  }

  /**
   * Refuses a header with a single column, or with a name that occurs twice, which Spark renames.
   */
  private static void requireHeader(Path path, List<String> header) {
    if (header.size() == 1 && header.get(0).matches(".*[;\\t|].*")) {
      throw new IllegalStateException(
          "input "
              + path
              + " has one column, '"
              + header.get(0)
              + "': separate columns by commas, or give a .parquet");
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalStateException(
            "input " + path + ": column '" + name + "' occurs twice; rename or drop one");
      }
    }
  }

  private static List<String> header(Path path, boolean zipped) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .setTrailingData(true)
            .get();
    try (InputStream bytes = Files.newInputStream(path);
        InputStream plain = zipped ? new GZIPInputStream(bytes) : bytes;
        CSVParser lines = CSVParser.parse(plain, StandardCharsets.UTF_8, format)) {
      return lines.iterator().next().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static String firstLine(Path path) {
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      if (first == null) {
        throw new IllegalStateException("input " + path + " is empty: it needs a header and rows");
      }
      return first.startsWith("\uFEFF") ? first.substring(1) : first;
    } catch (MalformedInputException e) {
      throw new IllegalStateException("input " + path + " is not UTF-8: save it as UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the header has an open quotation mark, which is where line breaks occur. */
  private static boolean hasQuotedLineBreaks(Path path) {
    return firstLine(path).chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
