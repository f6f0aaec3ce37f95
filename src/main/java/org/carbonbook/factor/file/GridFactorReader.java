package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorNotice;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.factor.value.Validity;

/** Reads tables of kind {@code grid}: the CO2 factor of electricity by area and year. */
final class GridFactorReader {
  private static final Set<String> LEVELS = Set.of("nation", "grid", "province");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final List<String> COLUMNS =
      List.of(
          "year",
          "level",
          "area_zh",
          "region_code",
          "series",
          "kgco2_per_kwh",
          "status",
          "source",
          "note");
  private static final Map<String, String> GRID_NAMES =
      Map.of(
          "华北", "North China",
          "东北", "Northeast China",
          "华东", "East China",
          "华中", "Central China",
          "西北", "Northwest China",
          "南方", "China Southern",
          "西南", "Southwest China");

  private final RegionList regions;
  private final FactorFindings findings;

  GridFactorReader(RegionList regions, FactorFindings findings) {
    this.regions = regions;
    this.findings = findings;
  }

  List<GridFactor> read(FactorFile table) {
    List<GridFactor> factors = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return factors;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      if (isSound(row) && keys.isNew(key(row), Validity.ALWAYS, row)) {
        factor(table, row).ifPresent(factors::add);
      }
    }
    return factors;
  }

  /** The series is part of the key, so that an area and year can have several figures. */
  private static String key(FactorRow row) {
    return String.join(
        " ", row.text("level"), row.text("area_zh"), row.text("year"), row.text("series"));
  }

  private boolean isSound(FactorRow row) {
    boolean year = YEAR.matcher(row.text("year")).matches();
    if (!year) {
      unknown(row, "year", "a year of four digits");
    }
    boolean level = LEVELS.contains(row.text("level"));
    if (!level) {
      unknown(row, "level", "nation, grid or province");
    }
    boolean status = GridFactor.STATUSES.contains(row.text("status"));
    if (!status) {
      unknown(row, "status", "cited, secondary, modelled or rejected");
    }
    boolean known = row.text("level").equals("grid") || isRegion(row);
    return year && level && status && known && row.isFilled("area_zh") && row.isFilled("series");
  }

  private boolean isRegion(FactorRow row) {
    if (regions.find(row.text("region_code")).isPresent()) {
      return true;
    }
    row.note(
        GridFactorNotice.REGION_UNKNOWN,
        "region_code is '" + row.text("region_code") + "'",
        "add the region to conf/regions.csv or correct the code");
    return false;
  }

  private static void unknown(FactorRow row, String column, String allowed) {
    row.note(
        FactorNotice.FACTOR_VALUE_UNKNOWN,
        column + " is '" + row.text(column) + "'",
        "write " + allowed);
  }

  private Optional<GridFactor> factor(FactorFile table, FactorRow row) {
    Optional<BigDecimal> value = row.findRequired("kgco2_per_kwh");
    String en =
        regions
            .find(row.text("region_code"))
            .map(Region::en)
            .orElse(GRID_NAMES.getOrDefault(row.text("area_zh"), row.text("area_zh")));
    return value.map(
        v ->
            new GridFactor(
                table.name(),
                Integer.parseInt(row.text("year")),
                row.text("level"),
                row.text("area_zh"),
                en,
                row.textOrNull("region_code"),
                row.text("series"),
                v.doubleValue(),
                row.text("status"),
                row.text("source"),
                row.textOrNull("note"),
                table.file(),
                row.line()));
  }
}
