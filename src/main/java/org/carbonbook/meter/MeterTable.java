package org.carbonbook.meter;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.lake.TableRows;
import org.carbonbook.meter.hours.MeterReport;
import org.carbonbook.meter.registry.Meter;

/** The rows of {@code core.meter}: one for each version of a meter. */
final class MeterTable {

  static final String TABLE = "core.meter";

  private final TableRows table = TableRows.of(TABLE);
  private final Map<String, Meter> registered;

  MeterTable(Map<String, Meter> registered) {
    this.registered = registered;
  }

  /** The first and last reading of each meter, in seconds since 1970, by its rows. */
  static Map<String, long[]> spans(List<Row> meters) {
    Map<String, long[]> spans = new HashMap<>();
    for (Row row : meters) {
      Timestamp first = row.getAs("first_reading");
      Timestamp last = row.getAs("last_reading");
      if (first != null) {
        spans.put(
            row.getAs("meter_id"), new long[] {first.getTime() / 1000, last.getTime() / 1000});
      }
    }
    return spans;
  }

  /**
   * The rows after a run.
   *
   * @param reports the meters whose readings the run loaded
   * @param before the rows that still count from before the run
   * @param judgedAgain the meters all whose days were judged again
   * @param whole what was found of those that have readings
   */
  List<Row> rows(
      Collection<MeterReport> reports,
      List<Row> before,
      Set<String> judgedAgain,
      Collection<MeterReport> whole) {
    Map<String, Meter> meters = new TreeMap<>(registered);
    reports.forEach(report -> meters.putIfAbsent(report.meter().meterId(), report.meter()));
    Map<String, long[]> spans = spans(before);
    reports.forEach(report -> join(spans, report));
    judgedAgain.forEach(spans::remove);
    whole.forEach(report -> join(spans, report));
    List<Row> rows = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (Meter meter : meters.values()) {
      written.add(meter.meterId());
      meter.versions().forEach(version -> rows.add(row(meter, version, spans)));
    }
    before.stream()
        .filter(row -> !written.contains(row.<String>getAs("meter_id")))
        .forEach(rows::add);
    return rows;
  }

  private static void join(Map<String, long[]> spans, MeterReport report) {
    if (report.holdsReadings()) {
      spans.merge(
          report.meter().meterId(),
          new long[] {report.firstS(), report.lastS()},
          (a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
    }
  }

  private Row row(Meter meter, Meter.Version version, Map<String, long[]> spans) {
    long[] span = spans.get(meter.meterId());
    return table
        .row()
        .set("meter_id", meter.meterId())
        .set("valid_from", date(version.fromS()))
        .set("valid_to", date(version.toS()))
        .set("building_id", version.buildingId())
        .set("parent_meter_id", version.parent())
        .set("end_use", version.endUse())
        .set("energy_kind", meter.energyKind())
        .set("reading", meter.reading().name().toLowerCase(Locale.ROOT))
        .set("printed_unit", version.printedUnit())
        .set("unit", meter.unit())
        .set("multiplier", version.multiplier())
        .set("register_digits", meter.registerDigits())
        .set("time_zone", meter.zone().getId())
        .set("stamp", meter.stamp().name().toLowerCase(Locale.ROOT))
        .set("interval_s", version.intervalSeconds())
        .set("registered", registered.containsKey(meter.meterId()))
        .set("first_reading", span == null ? null : Instant.ofEpochSecond(span[0]))
        .set("last_reading", span == null ? null : Instant.ofEpochSecond(span[1]))
        .build();
  }

  private static LocalDate date(long localS) {
    return LocalDate.ofEpochDay(Math.floorDiv(localS, StampPattern.DAY_S));
  }
}
