package org.carbonbook.statistics.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Series in a CSV file with the columns series, year, value and, where needed, region_code and
 * price_basis. Lines that begin with # are remarks; a blank value is a gap.
 */
public final class SeriesFile {

  private final Path file;
  private final Map<Key, List<double[]>> points = new LinkedHashMap<>();

  private SeriesFile(Path file) {
    this.file = file;
  }

  private record Key(String name, Optional<String> region, PriceBasis basis) {}

  /**
   * Reads a file.
   *
   * @throws ClaimsFileException when a column is missing or a cell is no number; the message names
   *     the line
   */
  public static SeriesSource read(Path file) {
    SeriesFile reader = new SeriesFile(file);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(withoutMark(Files.readString(file)), format)) {
      for (String column : List.of("series", "year", "value")) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new ClaimsFileException(
              file, "", "has no column '%s'; it has %s".formatted(column, parser.getHeaderNames()));
        }
      }
      parser.forEach(record -> reader.add(record, parser.getCurrentLineNumber()));
    } catch (IOException e) {
      throw new ClaimsFileException(file, "", ClaimsFileException.UNREADABLE);
    }
    List<NamedSeries> all = reader.series();
    return () -> all;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void add(CSVRecord record, long line) {
    String basisText = optional(record, "price_basis").orElse("");
    PriceBasis basis =
        PriceBasis.findByText(basisText)
            .orElseThrow(() -> wrong(line, "price_basis '%s' is unknown".formatted(basisText)));
    Key key = new Key(record.get("series"), optional(record, "region_code"), basis);
    String value = record.get("value");
    points
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(
            new double[] {
              number(record.get("year"), line), value.isEmpty() ? Double.NaN : number(value, line)
            });
  }

  private static Optional<String> optional(CSVRecord record, String column) {
    return record.isSet(column) && !record.get(column).isEmpty()
        ? Optional.of(record.get(column))
        : Optional.empty();
  }

  private double number(String cell, long line) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw wrong(line, "'%s' is no number".formatted(cell));
    }
  }

  private ClaimsFileException wrong(long line, String what) {
    return new ClaimsFileException(file, "line " + line, what);
  }

  private List<NamedSeries> series() {
    List<NamedSeries> series = new ArrayList<>();
    points.forEach(
        (key, rows) -> {
          double[] years = rows.stream().mapToDouble(row -> row[0]).toArray();
          double[] values = rows.stream().mapToDouble(row -> row[1]).toArray();
          var read = TimeSeries.of(years, values);
          if (read.find().isPresent()) {
            series.add(new NamedSeries(key.name(), key.region(), key.basis(), read.get()));
          } else if (!read.status().contains("no observation")) {
            throw new ClaimsFileException(
                file, "series " + key.name(), read.status().replaceFirst("^not assessed: ", ""));
          }
        });
    return series;
  }
}
