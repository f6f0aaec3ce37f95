package org.carbonbook.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * The limit that a building's energy is compared with: what its registration states, else the row
 * of the standard that it names. A limit of another use or climate zone is never compared.
 */
final class BuildingLimits {

  static final String FILE = "building/limits.csv";

  private static final String EXCLUDED = "excluded";
  private static final String INCLUDED = "included";

  /** Zones whose buildings are heated from outside: the standard leaves heating out there. */
  private static final Set<String> HEATED_ZONES = Set.of("severe_cold", "cold");

  private final List<ConfRow> rows;

  /**
   * The limit of a building.
   *
   * @param kwheM2 kWh of equivalent electricity per m2 and year (约束值), or null
   * @param guideKwheM2 the value to aim for (引导值), or null
   * @param heating whether the value is for energy with heating: included or excluded
   * @param source where the value is from
   * @param reason why there is no value to compare with, or null
   */
  record Limit(Double kwheM2, Double guideKwheM2, String heating, String source, String reason) {}

  BuildingLimits(ConfTable table) {
    this.rows = table.rows();
  }

  /**
   * The limit that a row of the registry of buildings leads to.
   *
   * @param zone the building's climate zone, or null
   * @throws IllegalArgumentException when the row names a category that no standard has
   */
  Limit of(Map<String, String> building, String useType, String zone) {
    Double own = CellValues.number(building, "eui_limit_kwh_m2");
    if (own != null) {
      return registered(building, own, useType, zone);
    }
    String category = CellValues.text(building, "limit_category");
    return category.isEmpty() ? none("no limit is registered") : standard(category, useType, zone);
  }

  private static Limit registered(
      Map<String, String> building, double limit, String useType, String zone) {
    List<String> reasons = new ArrayList<>();
    differs(building, "limit_use_type", "use", useType, reasons);
    differs(building, "limit_climate_zone", "climate zone", zone, reasons);
    String heating = CellValues.orNull(building, "limit_heating");
    if (heating == null) {
      heating = zone != null && HEATED_ZONES.contains(zone) ? EXCLUDED : INCLUDED;
    }
    String source = CellValues.orNull(building, "limit_source");
    return reasons.isEmpty()
        ? new Limit(limit, null, heating, source, null)
        : none(String.join("; ", reasons));
  }

  private static void differs(
      Map<String, String> building, String column, String what, String own, List<String> reasons) {
    String stated = CellValues.text(building, column);
    if (!stated.isEmpty() && !stated.equals(own)) {
      reasons.add(
          "the limit is for %s %s, the building has %s"
              .formatted(what, stated, own == null ? "none" : own));
    }
  }

  private Limit standard(String category, String useType, String zone) {
    List<ConfRow> found =
        rows.stream().filter(row -> row.text("limit_category").equals(category)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "limit_category %s is not in conf/%s".formatted(category, FILE));
    }
    String use = found.get(0).filled("use_type");
    if (!use.equals(useType)) {
      return none("the limit is for use %s, the building has %s".formatted(use, useType));
    }
    if (zone == null) {
      return none("the climate zone is not known");
    }
    return found.stream()
        .filter(row -> row.text("climate_zone").equals(zone))
        .findFirst()
        .map(BuildingLimits::limit)
        .orElseGet(() -> none("%s has no limit for climate zone %s".formatted(category, zone)));
  }

  private static Limit limit(ConfRow row) {
    return new Limit(
        row.decimal("constraint_kwhe_m2").doubleValue(),
        row.decimal("guide_kwhe_m2").doubleValue(),
        row.filled("heating"),
        row.filled("source") + ", " + row.filled("zh"),
        null);
  }

  private static Limit none(String reason) {
    return new Limit(null, null, null, null, reason);
  }
}
