package org.carbonbook.claims;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.statistics.claim.NamedSeries;
import org.carbonbook.statistics.claim.SeriesSource;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Series in a CSV file with the columns series, year, value and, where needed, region_code and
 * price_basis. A blank value is a gap.
 */
public final class SeriesFile {

  private record Key(String name, Optional<String> region, PriceBasis basis) {}

  private record Point(double year, double value) {}

  private SeriesFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalStateException when the file cannot be read, a column is missing or a cell is
   *     not a number; the message names the line
   */
  public static SeriesSource read(Path file) {
    try {
      List<NamedSeries> all = list(file);
      return () -> all;
    } catch (IllegalArgumentException e) {
      // The file is data that a user sends, not configuration: a fault in it is not wrong usage.
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<NamedSeries> list(Path file) {
    ConfTable table = ConfTable.read(file).requireColumns("series", "year", "value");
    Map<Key, List<Point>> points = new LinkedHashMap<>();
    for (ConfRow row : table.rows()) {
      points.computeIfAbsent(key(row), none -> new ArrayList<>()).add(point(row));
    }
    List<NamedSeries> all = new ArrayList<>();
    points.forEach((key, rows) -> series(file, key, rows).ifPresent(all::add));
    return all;
  }

  private static Key key(ConfRow row) {
    String text = row.find("price_basis").orElse("");
    PriceBasis basis =
        PriceBasis.findByText(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: price_basis '%s' is unknown".formatted(row.place(), text)));
    return new Key(row.filled("series"), row.find("region_code"), basis);
  }

  private static Point point(ConfRow row) {
    return new Point(
        row.decimal("year").doubleValue(),
        row.findDecimal("value").map(Number::doubleValue).orElse(Double.NaN));
  }

  private static Optional<NamedSeries> series(Path file, Key key, List<Point> points) {
    var read =
        TimeSeries.of(
            points.stream().mapToDouble(Point::year).toArray(),
            points.stream().mapToDouble(Point::value).toArray());
    if (read.find().isEmpty() && !read.status().contains("no observation")) {
      throw new IllegalArgumentException(
          "%s, series %s: %s"
              .formatted(file, key.name(), read.status().replaceFirst("^not assessed: ", "")));
    }
    return read.find()
        .map(series -> new NamedSeries(key.name(), key.region(), key.basis(), series));
  }
}
