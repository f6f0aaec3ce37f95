package org.carbonbook.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads small tables with a header; lines that start with {@code #} say where they are from. */
public final class SmallCsv {

  private SmallCsv() {}

  /**
   * The rows of a configuration file, by column name.
   *
   * @throws UncheckedIOException that names the file, when it cannot be read
   */
  public static List<Map<String, String>> read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8), ',');
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The rows of a text, by column name; each has its line under {@code #line}.
   *
   * @throws IOException when quotes do not match
   */
  public static List<Map<String, String>> parse(String text, char delimiter) throws IOException {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    List<Map<String, String>> rows = new ArrayList<>();
    try (Reader reader = new StringReader(body);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (CSVRecord record : parser) {
        Map<String, String> row = new LinkedHashMap<>(record.toMap());
        row.put("#line", String.valueOf(parser.getCurrentLineNumber()));
        rows.add(row);
      }
    }
    return rows;
  }

  /** The trimmed text of a cell; empty when the row has no such column. */
  public static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null ? "" : value.trim();
  }
}
