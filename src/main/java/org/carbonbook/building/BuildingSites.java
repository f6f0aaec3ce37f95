package org.carbonbook.building;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;

/** The region, electricity contract and origin of a building on a day. */
final class BuildingSites implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, List<Spell<String>>> regions = new HashMap<>();
  private final Map<String, List<Spell<Double>>> contracts = new HashMap<>();
  private final Map<String, Origin> origins = new HashMap<>();

  /** What holds from one day to another, the last exclusive. */
  private record Spell<T extends Serializable>(LocalDate from, LocalDate to, T value)
      implements Serializable {}

  BuildingSites(List<Row> buildings, List<Row> contractRows) {
    buildings.forEach(row -> put(regions, row, row.<String>getAs("region")));
    buildings.forEach(
        row -> {
          String origin = row.getAs("origin");
          if (origin != null) {
            origins.merge(
                row.getAs("building_id"),
                Origin.of(origin),
                (a, b) -> Origin.ofComputed(List.of(a, b)));
          }
        });
    contractRows.forEach(row -> put(contracts, row, row.<Double>getAs("kgco2_kwh")));
  }

  private static <T extends Serializable> void put(
      Map<String, List<Spell<T>>> into, Row row, T value) {
    if (value != null) {
      LocalDate from = row.<java.sql.Date>getAs("valid_from").toLocalDate();
      LocalDate to = row.<java.sql.Date>getAs("valid_to").toLocalDate();
      into.computeIfAbsent(row.getAs("building_id"), none -> new ArrayList<>())
          .add(new Spell<>(from, to, value));
    }
  }

  /** The region of a building on a day; outside all versions the nearest one's; null if unknown. */
  String region(String buildingId, LocalDate day) {
    List<Spell<String>> spells = regions.get(buildingId);
    if (spells == null) {
      return null;
    }
    String at = find(spells, day);
    return at == null ? spells.get(spells.size() - 1).value() : at;
  }

  /** The origin of what is computed for a building, so far as its registration decides it. */
  Origin origin(String buildingId) {
    return Origin.ofComputed(List.of(origins.getOrDefault(buildingId, Origin.PRINTED)));
  }

  /** The factor of a building's contract on a day in kg CO2 per kWh, or null without one. */
  Double contract(String buildingId, LocalDate day) {
    List<Spell<Double>> spells = contracts.get(buildingId);
    return spells == null ? null : find(spells, day);
  }

  private static <T extends Serializable> T find(List<Spell<T>> spells, LocalDate day) {
    for (Spell<T> spell : spells) {
      if (!day.isBefore(spell.from()) && day.isBefore(spell.to())) {
        return spell.value();
      }
    }
    return null;
  }
}
