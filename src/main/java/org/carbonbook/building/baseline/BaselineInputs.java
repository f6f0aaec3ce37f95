package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** What baselines follow from besides the days of meters. */
final class BaselineInputs implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Counted> meters = new HashMap<>();
  private final Map<String, Map<LocalDate, Double>> weather = new HashMap<>();
  private final Map<String, List<Event>> events = new HashMap<>();

  /** A meter that counts towards its building. */
  record Counted(String region, double kwhFactor) implements Serializable {}

  /** An event of a building. */
  record Event(LocalDate day, String event) implements Serializable {}

  BaselineInputs(List<Row> meterRows, List<Row> weatherRows, List<Row> eventRows) {
    meterRows.forEach(
        row ->
            meters.put(
                key(row.getAs("meter_id"), row.getAs("building_id")),
                new Counted(row.getAs("region"), row.<Double>getAs("kwh_factor"))));
    weatherRows.forEach(
        row ->
            weather
                .computeIfAbsent(row.getAs("region"), none -> new TreeMap<>())
                .put(row.<java.sql.Date>getAs("day").toLocalDate(), row.getAs("mean_c")));
    eventRows.forEach(
        row ->
            events
                .computeIfAbsent(row.getAs("building_id"), none -> new ArrayList<>())
                .add(new Event(row.<java.sql.Date>getAs("day").toLocalDate(), row.getAs("event"))));
    events.values().forEach(list -> list.sort(java.util.Comparator.comparing(Event::day)));
  }

  private static String key(String meterId, String buildingId) {
    return meterId + "\n" + buildingId;
  }

  /** The meter, or null when it does not count. */
  Counted meter(String meterId, String buildingId) {
    return meters.get(key(meterId, buildingId));
  }

  double celsius(String region, LocalDate day) {
    Map<LocalDate, Double> days = region == null ? null : weather.get(region);
    Double value = days == null ? null : days.get(day);
    return value == null ? Double.NaN : value;
  }

  List<Event> events(String buildingId) {
    return events.getOrDefault(buildingId, List.of());
  }
}
