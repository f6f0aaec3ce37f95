package org.carbonbook.factor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The folder of public reference data, {@code ../shared/reference} or {@code
 * -Dcarbonbook.reference}.
 */
final class Reference {
  private static final Path FOLDER =
      Path.of(System.getProperty("carbonbook.reference", "../shared/reference"));

  private Reference() {}

  /** A file of the folder; skips the test where the folder is absent. */
  static Path file(String name) {
    assumeTrue(Files.isDirectory(FOLDER), "no reference data at " + FOLDER.toAbsolutePath());
    return FOLDER.resolve(name);
  }

  /** Rows by column name; lines that begin with # are left out. */
  static List<CSVRecord> csv(String name) throws IOException {
    String text =
        Files.readAllLines(file(name), StandardCharsets.UTF_8).stream()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }
}
