package org.carbonbook.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A small received table with a header, such as a registry. Lines that start with {@code #} are
 * comments.
 */
public final class ReceivedTable {

  private ReceivedTable() {}

  /**
   * The rows of a text, by column name; each has its line under {@code #line}.
   *
   * @throws IOException when quotes do not match
   */
  public static List<Map<String, String>> parse(String text, char delimiter) throws IOException {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (body.startsWith("sep=")) {
      body = body.substring(Math.max(0, body.indexOf('\n') + 1));
    }
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

  /**
   * The delimiter that occurs most often in the first line of a table; a comma if there is none.
   */
  public static char delimiter(String text) {
    String line =
        text.lines()
            .filter(any -> !any.isBlank() && !any.startsWith("#") && !any.startsWith("sep="))
            .findFirst()
            .orElse("");
    char most = ',';
    long count = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long found = line.chars().filter(letter -> letter == candidate).count();
      if (found > count) {
        most = candidate;
        count = found;
      }
    }
    return most;
  }

  /** The trimmed text of a cell; empty when the row has no such column. */
  public static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null ? "" : value.trim();
  }
}
