package org.carbonbook.industry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of the configuration: lines that begin with {@code #} are remarks. */
final class ConfTable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setTrim(true)
          .get();

  /** One line with its place, for messages. */
  record Line(String place, Map<String, String> cells) {

    /** A cell that may be blank. */
    String text(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalArgumentException(
            "%s: no column %s; the columns are %s"
                .formatted(place, column, String.join(", ", cells.keySet())));
      }
      return cell;
    }

    /** A cell that must hold something. */
    String filled(String column) {
      String cell = text(column);
      if (cell.isEmpty()) {
        throw new IllegalArgumentException("%s: %s is blank".formatted(place, column));
      }
      return cell;
    }
  }

  private ConfTable() {}

  /**
   * The lines of a file.
   *
   * @throws IllegalArgumentException when the file cannot be read; names the file
   */
  static List<Line> read(Path file) {
    try (CSVParser parser =
        CSVParser.parse(Files.readString(file, StandardCharsets.UTF_8), FORMAT)) {
      List<Line> lines = new ArrayList<>();
      for (CSVRecord record : parser) {
        String place = "%s, line %d".formatted(file, parser.getCurrentLineNumber());
        lines.add(new Line(place, record.toMap()));
      }
      return lines;
    } catch (IOException e) {
      throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
