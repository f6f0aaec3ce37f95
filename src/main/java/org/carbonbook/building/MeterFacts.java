package org.carbonbook.building;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Facts about whole meters: which are behind other meters, and when they are valid. */
final class MeterFacts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DAY_H = 24;

  private final Map<String, Span> spans = new HashMap<>();
  private final Set<String> submeters;
  private final TreeSet<String> buildings = new TreeSet<>();

  private record Span(LocalDate from, LocalDate to) implements Serializable {

    Span with(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  /** Of rows of {@code core.meter}. */
  MeterFacts(List<Row> meters) {
    Map<String, String> parents = new HashMap<>();
    for (Row row : meters) {
      String meter = row.getAs("meter_id");
      parents.put(meter, row.getAs("parent_meter_id"));
      String building = row.getAs("building_id");
      if (building != null && !building.isEmpty()) {
        buildings.add(building);
      }
      LocalDate from = row.<Date>getAs("valid_from").toLocalDate();
      spans.merge(meter, new Span(from, row.<Date>getAs("valid_to").toLocalDate()), Span::with);
    }
    this.submeters = behind(parents);
  }

  /** Meters behind another registered meter; those of a loop count as if they had no parent. */
  private static Set<String> behind(Map<String, String> parents) {
    Set<String> behind = new HashSet<>();
    for (String meter : parents.keySet()) {
      Set<String> seen = new HashSet<>();
      String at = meter;
      while (at != null && seen.add(at)) {
        at = parents.get(at);
      }
      boolean loops = at != null;
      if (!loops && parents.get(meter) != null && parents.containsKey(parents.get(meter))) {
        behind.add(meter);
      }
    }
    return behind;
  }

  /** The buildings that meters serve. */
  SortedSet<String> buildings() {
    return buildings;
  }

  boolean isSubmeter(String meterId) {
    return submeters.contains(meterId);
  }

  /** The hours of a year in which a meter is valid. */
  int hoursOfYear(String meterId, int year) {
    Span span = spans.get(meterId);
    LocalDate from = LocalDate.of(year, 1, 1);
    LocalDate to = from.plusYears(1);
    if (span != null) {
      from = span.from().isAfter(from) ? span.from() : from;
      to = span.to().isBefore(to) ? span.to() : to;
    }
    return (int) Math.max(0, ChronoUnit.DAYS.between(from, to)) * DAY_H;
  }

  /** What months follow from, a text a meter. */
  Stream<String> texts() {
    return spans.keySet().stream()
        .sorted()
        .map(meter -> meter + spans.get(meter) + submeters.contains(meter));
  }
}
