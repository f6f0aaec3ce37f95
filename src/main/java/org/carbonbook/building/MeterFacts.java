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

/**
 * Facts about whole meters: which are behind other meters, what their energy is for, and when they
 * are valid.
 */
final class MeterFacts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DAY_H = 24;

  private final Map<String, Span> spans = new HashMap<>();
  private final Set<String> submeters;
  private final Map<String, String> endUses = new HashMap<>();
  private final TreeSet<String> buildings = new TreeSet<>();

  private record Span(LocalDate from, LocalDate to) implements Serializable {

    Span with(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  /** Of rows of {@code core.meter}. */
  MeterFacts(List<Row> meters, EnergyFactors factors) {
    Map<String, String> parents = new HashMap<>();
    Map<String, String> stated = new HashMap<>();
    Map<String, String> usual = new HashMap<>();
    for (Row row : meters) {
      String meter = row.getAs("meter_id");
      parents.put(meter, row.getAs("parent_meter_id"));
      stated.put(meter, row.getAs("end_use"));
      usual.put(meter, factors.of(row.getAs("energy_kind"), row.getAs("unit")).endUse());
      String building = row.getAs("building_id");
      if (building != null && !building.isEmpty()) {
        buildings.add(building);
      }
      LocalDate from = row.<Date>getAs("valid_from").toLocalDate();
      spans.merge(meter, new Span(from, row.<Date>getAs("valid_to").toLocalDate()), Span::with);
    }
    this.submeters = behind(parents);
    for (String meter : parents.keySet()) {
      endUses.put(meter, endUse(meter, stated, usual));
    }
    parents.forEach((meter, parent) -> dropNested(meter, parents));
  }

  /** What a meter says; a meter that is behind no other has the use of its kind, else. */
  private String endUse(String meter, Map<String, String> stated, Map<String, String> usual) {
    String own = stated.get(meter);
    return own != null || isSubmeter(meter) ? own : usual.get(meter);
  }

  /** The energy behind a meter that has an end use is part of that use already. */
  private void dropNested(String meter, Map<String, String> parents) {
    String at = meter;
    while (isSubmeter(at)) {
      at = parents.get(at);
      if (endUses.get(at) != null) {
        endUses.put(meter, null);
      }
    }
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

  /** What the meter's energy is for; null when unknown, or when a meter before it counts for it. */
  String endUse(String meterId) {
    return endUses.get(meterId);
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
        .map(meter -> meter + spans.get(meter) + submeters.contains(meter) + endUse(meter));
  }
}
