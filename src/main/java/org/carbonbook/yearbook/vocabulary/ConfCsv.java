package org.carbonbook.yearbook.vocabulary;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of {@code conf}: leading {@code #} lines, a heading, then records. */
final class ConfCsv {

  /**
   * One record of the file.
   *
   * @param place file and line, for messages
   * @param fields values by column name, stripped
   */
  record Line(String place, Map<String, String> fields) {

    /** A field's text, blank when the file has no such column. */
    String get(String column) {
      return fields.getOrDefault(column, "");
    }

    /** The parts of a field that holds several, parted by {@code |}. */
    List<String> list(String column) {
      List<String> parts = new ArrayList<>();
      for (String part : get(column).split("\\|")) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts;
    }
  }

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private ConfCsv() {}

  /**
   * The records of a file.
   *
   * @throws IllegalArgumentException when a required column is missing, or a record has another
   *     number of fields than the heading
   */
  static List<Line> read(Path file, Set<String> required) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      List<String> columns = parser.getHeaderNames();
      for (String column : required) {
        if (!columns.contains(column)) {
          throw new IllegalArgumentException(
              file + ": no column '" + column + "'; the heading is " + String.join(",", columns));
        }
      }
      List<Line> lines = new ArrayList<>();
      for (CSVRecord record : parser) {
        lines.add(line(file, parser.getCurrentLineNumber(), columns, record));
      }
      return lines;
    }
  }

  private static Line line(Path file, long number, List<String> columns, CSVRecord record) {
    String place = file + ":" + number;
    if (record.size() != columns.size()) {
      throw new IllegalArgumentException(
          String.format("%s: %d fields, the heading has %d", place, record.size(), columns.size()));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.put(columns.get(i), record.get(i).strip());
    }
    return new Line(place, fields);
  }
}
