package org.carbonbook.decomposition;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the reference vectors beside the project; tests are skipped where they are absent. */
public final class ReferenceFiles {

  private static final Path FOLDER =
      Path.of(System.getProperty("carbonbook.reference", "../shared/reference"));

  private ReferenceFiles() {}

  /** The rows of a reference CSV, by column name. */
  public static List<Map<String, String>> rows(String file) {
    Path path = path(file);
    try (CSVParser parser =
        CSVParser.parse(
            path,
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A reference file; skips the test when it is absent. */
  public static Path path(String file) {
    Path path = FOLDER.resolve(file);
    assumeTrue(Files.exists(path), () -> "reference file " + path + " is absent");
    return path;
  }

  /** A number of a row. */
  public static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
