package org.carbonbook.footprint;

import java.nio.file.Path;
import java.util.List;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * The coal consumption of electricity of a year: a line of {@code
 * conf/footprint/electricity_coal_consumption.csv}.
 *
 * @param regionCode where it holds
 * @param year the year
 * @param series {@code balance}, {@code gross} or {@code net}
 * @param kgcePerKwh kgce per kWh
 * @param preference 1 for a balance, 2 for gross; null for net, which holds the stations' own use
 * @param status of the figure
 * @param source of the figure
 * @param note for readers, or null
 */
record ElectricityConversion(
    String regionCode,
    int year,
    String series,
    double kgcePerKwh,
    Integer preference,
    String status,
    String source,
    String note) {

  static final String FILE = "footprint/electricity_coal_consumption.csv";

  private static final List<String> PREFERRED = List.of("balance", "gross");

  /**
   * Reads all years.
   *
   * @param configuration the folder {@code conf}
   * @throws IllegalArgumentException with file and line of the first fault
   */
  static List<ElectricityConversion> read(Path configuration) {
    return ConfTable.read(configuration.resolve(FILE))
        .requireColumns("year", "region_code", "series", "kgce_per_kwh", "status", "source", "note")
        .rows()
        .stream()
        .map(ElectricityConversion::of)
        .toList();
  }

  private static ElectricityConversion of(ConfRow row) {
    int place = PREFERRED.indexOf(row.filled("series"));
    return new ElectricityConversion(
        row.filled("region_code"),
        row.decimal("year").intValueExact(),
        row.filled("series"),
        row.decimal("kgce_per_kwh").doubleValue(),
        place < 0 ? null : place + 1,
        row.filled("status"),
        row.filled("source"),
        row.find("note").orElse(null));
  }
}
