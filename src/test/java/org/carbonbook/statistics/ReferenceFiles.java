package org.carbonbook.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The folder of reference figures; tests that need it are skipped where it is absent. */
public final class ReferenceFiles {

  private ReferenceFiles() {}

  /** The records of a CSV file with a header. */
  public static List<CSVRecord> read(String name) {
    Path file =
        Path.of(System.getProperty("carbonbook.reference", "../shared/reference")).resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), "no reference file " + file + "; set -Dcarbonbook.reference=DIR");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column of numbers; NaN where the cell is blank. */
  public static double[] numbers(List<CSVRecord> records, String column) {
    return records.stream().mapToDouble(r -> number(r.get(column))).toArray();
  }

  /** A number; NaN where blank. */
  public static double number(String cell) {
    return cell.isBlank() ? Double.NaN : Double.parseDouble(cell.trim());
  }

  /** A column of numbers without the blank cells. */
  public static double[] present(List<CSVRecord> records, String column) {
    return Arrays.stream(numbers(records, column)).filter(Double::isFinite).toArray();
  }
}
