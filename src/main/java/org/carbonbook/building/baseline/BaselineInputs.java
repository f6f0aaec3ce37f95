package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.building.BuildingRules;
import org.carbonbook.building.WorkCalendars;

/** The inputs of baselines besides the days of meters. */
final class BaselineInputs implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Counted> meters = new HashMap<>();
  private final Map<String, Map<LocalDate, Double>> weather = new HashMap<>();
  private final Map<String, List<Event>> events = new HashMap<>();
  private final Map<String, List<Site>> sites = new HashMap<>();
  private final WorkCalendars calendars;
  private final BuildingRules rules;

  /** A meter that counts towards its building. */
  record Counted(String region, double kwhFactor) implements Serializable {}

  /** The calendar that a building follows from one day to another, the last exclusive. */
  private record Site(LocalDate from, LocalDate to, String calendar, String region)
      implements Serializable {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }

  /** An event of a building. */
  record Event(LocalDate day, String event) implements Serializable {}

  BaselineInputs(BuildingRules rules, WorkCalendars calendars) {
    this.rules = rules;
    this.calendars = calendars;
  }

  /** Adds the meters that count, rows of meter, building, region and kWh in a unit. */
  BaselineInputs withMeters(List<Row> rows) {
    rows.forEach(
        row ->
            meters.put(
                key(row.getAs("meter_id"), row.getAs("building_id")),
                new Counted(row.getAs("region"), row.<Double>getAs("kwh_factor"))));
    return this;
  }

  /** Adds rows of {@code core.weather_day}. */
  BaselineInputs withWeather(List<Row> rows) {
    rows.forEach(
        row ->
            weather
                .computeIfAbsent(row.getAs("region"), none -> new TreeMap<>())
                .put(row.<java.sql.Date>getAs("day").toLocalDate(), row.getAs("mean_c")));
    return this;
  }

  /** Adds rows of {@code core.building_event}. */
  BaselineInputs withEvents(List<Row> rows) {
    rows.forEach(
        row ->
            events
                .computeIfAbsent(row.getAs("building_id"), none -> new ArrayList<>())
                .add(new Event(row.<java.sql.Date>getAs("day").toLocalDate(), row.getAs("event"))));
    events.values().forEach(list -> list.sort(Comparator.comparing(Event::day)));
    return this;
  }

  /** Adds rows of {@code core.building}. */
  BaselineInputs withBuildings(List<Row> rows) {
    rows.forEach(
        row ->
            sites
                .computeIfAbsent(row.getAs("building_id"), none -> new ArrayList<>())
                .add(
                    new Site(
                        row.<java.sql.Date>getAs("valid_from").toLocalDate(),
                        row.<java.sql.Date>getAs("valid_to").toLocalDate(),
                        row.getAs("calendar"),
                        row.getAs("region"))));
    sites.values().forEach(list -> list.sort(Comparator.comparing(Site::from)));
    return this;
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

  /** Whether a day is a workday of a building; one without registration follows the default. */
  boolean isWorkday(String buildingId, LocalDate day) {
    List<Site> versions = sites.get(buildingId);
    if (versions == null) {
      return calendars.isWorkday(WorkCalendars.DEFAULT, null, day);
    }
    Site site =
        versions.stream()
            .filter(version -> version.holds(day))
            .findFirst()
            .orElse(versions.get(versions.size() - 1));
    return calendars.isWorkday(site.calendar(), site.region(), day);
  }

  BuildingRules rules() {
    return rules;
  }
}
