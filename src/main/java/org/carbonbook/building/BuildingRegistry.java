package org.carbonbook.building;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.intake.TimeSeriesReader;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.StepContext;

/** The received files about buildings, as tables. */
final class BuildingRegistry {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final double HEATING_BASE_C = 18;
  private static final double COOLING_BASE_C = 26;
  private static final int DAY_H = 24;

  /** The origin that a file's sidecar states, among the cells of its rows. */
  private static final String ORIGIN = "#origin";

  private final ClaimedFiles files;
  private final ClimateZones zones;
  private final BuildingLimits limits;
  private final Set<String> calendars;
  private final Map<String, String> origins = new HashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, List<Row>> tables = new TreeMap<>();
  private long read;

  private BuildingRegistry(StepContext context) {
    Configuration conf = context.configuration();
    this.files = new ClaimedFiles(context, FormatLibrary.read(conf.folder()));
    this.zones =
        new ClimateZones(
            ConfTable.read(conf.resolve(ClimateZones.FILE)),
            new RegionPaths(context.rows(FactorTables.REGION)));
    this.limits = new BuildingLimits(ConfTable.read(conf.resolve(BuildingLimits.FILE)));
    this.calendars = WorkCalendars.names(conf);
    context
        .rows(SourceFiles.TABLE)
        .forEach(
            row ->
                origins.put(
                    row.<String>getAs("path") + row.<String>getAs("source_hash"),
                    row.getAs("origin")));
  }

  /** Reads all files about buildings as they are now. */
  static BuildingRegistry read(StepContext context) {
    BuildingRegistry registry = new BuildingRegistry(context);
    registry.put(
        BuildingTables.BUILDING, registry.rows(BuildingInputs.BUILDINGS, registry::building));
    registry.put(
        BuildingTables.EVENT, registry.rows(BuildingInputs.EVENTS, BuildingRegistry::event));
    registry.put(
        BuildingTables.CONTRACT,
        registry.rows(BuildingInputs.CONTRACTS, BuildingRegistry::contract));
    registry.put(BuildingTables.RULE, BuildingRules.rows(context.configuration()));
    registry.put(
        BuildingTables.ENERGY_FACTOR,
        EnergyFactors.rows(ConfTable.read(context.configuration().resolve(EnergyMonths.FACTORS))));
    registry.put(BuildingTables.GRID_HOUR, registry.gridHours());
    registry.put(BuildingTables.WEATHER_DAY, registry.weatherDays());
    return registry;
  }

  private void put(String table, List<Row> rows) {
    tables.put(table, rows);
  }

  /** The rows of one table. */
  List<Row> table(String table) {
    return tables.get(table);
  }

  /** All rows, by table. */
  Map<String, List<Row>> tables() {
    return tables;
  }

  /** Rows of files that were read. */
  long read() {
    return read;
  }

  /** What is wrong with the files. */
  List<Notice> notices() {
    return notices;
  }

  private List<Row> rows(InputKind kind, Function<Map<String, String>, Row> row) {
    List<Row> rows = new ArrayList<>();
    for (ClaimedFile file : files.listCurrent(kind)) {
      for (Map<String, String> cells : cells(file)) {
        read++;
        try {
          cells.putIfAbsent("region", file.region());
          cells.put(ORIGIN, origins.get(file.path() + file.sourceHash()));
          rows.add(row.apply(cells));
        } catch (IllegalArgumentException e) {
          notices.add(
              Notice.of(
                  BuildingNotice.BUILDING_INVALID,
                  file.path() + ":" + cells.get("#line"),
                  String.valueOf(e.getMessage()),
                  "fix the row; until then it is skipped"));
        }
      }
    }
    return rows;
  }

  private List<Map<String, String>> cells(ClaimedFile file) {
    try {
      List<Map<String, String>> rows = files.rows(file);
      if (rows.isEmpty()) {
        notices.add(empty(file));
      }
      return rows;
    } catch (IOException | IllegalArgumentException e) {
      notices.add(unreadable(file.path(), String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private static Notice empty(ClaimedFile file) {
    return Notice.of(
        BuildingNotice.BUILDING_FILE_EMPTY,
        file.path(),
        "the file has no row; nothing was loaded from it",
        "send the file again under the same path, with a header and rows");
  }

  private static Notice unreadable(String place, String message) {
    return Notice.of(
        BuildingNotice.BUILDING_FILE_UNREADABLE,
        place,
        message,
        "send the file as its format in conf/formats describes it");
  }

  private Row building(Map<String, String> row) {
    String id = CellValues.text(row, "building_id");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no building_id");
    }
    Double area = CellValues.number(row, "area_m2");
    if (area == null || area <= 0) {
      notices.add(
          Notice.of(
              BuildingNotice.BUILDING_AREA_MISSING,
              "building " + id,
              "area_m2 is " + (area == null ? "empty" : area.toString()),
              "give area_m2 in the registry of buildings"));
      area = null;
    }
    String useType =
        CellValues.text(row, "use_type").isEmpty() ? "unstated" : CellValues.text(row, "use_type");
    String region = CellValues.orNull(row, "region");
    String zone =
        CellValues.text(row, "climate_zone").isEmpty()
            ? zones.find(region).orElse(null)
            : CellValues.text(row, "climate_zone");
    Double year = CellValues.number(row, "year_built");
    BuildingLimits.Limit limit = limits.of(row, useType, zone);
    return TableRows.of(BuildingTables.BUILDING)
        .row()
        .set("building_id", id)
        .set("valid_from", CellValues.date(row, "valid_from", EARLIEST))
        .set("valid_to", CellValues.date(row, "valid_to", LATEST))
        .set("name", CellValues.text(row, "name").isEmpty() ? id : CellValues.text(row, "name"))
        .set("use_type", useType)
        .set("area_m2", area)
        .set("region", region)
        .set("climate_zone", zone)
        .set("calendar", calendar(row))
        .set("year_built", year == null ? null : year.intValue())
        .set("limit_category", CellValues.orNull(row, "limit_category"))
        .set("limit_kwhe_m2", limit.kwheM2())
        .set("guide_kwhe_m2", limit.guideKwheM2())
        .set("limit_heating", limit.heating())
        .set("limit_source", limit.source())
        .set("limit_reason", limit.reason())
        .set("origin", row.get(ORIGIN))
        .build();
  }

  private String calendar(Map<String, String> row) {
    String calendar = CellValues.text(row, "calendar");
    if (calendar.isEmpty()) {
      return WorkCalendars.DEFAULT;
    }
    if (!calendars.contains(calendar)) {
      throw new IllegalArgumentException(
          "calendar %s is not one of %s".formatted(calendar, calendars));
    }
    return calendar;
  }

  private static Row event(Map<String, String> row) {
    return TableRows.of(BuildingTables.EVENT)
        .row()
        .set("building_id", CellValues.text(row, "building_id"))
        .set("day", CellValues.date(row, "day", EARLIEST))
        .set("event", CellValues.text(row, "event"))
        .set("note", CellValues.orNull(row, "note"))
        .build();
  }

  private static Row contract(Map<String, String> row) {
    Double factor = CellValues.number(row, "kgco2_kwh");
    if (factor == null) {
      throw new IllegalArgumentException("no kgco2_kwh");
    }
    return TableRows.of(BuildingTables.CONTRACT)
        .row()
        .set("building_id", CellValues.text(row, "building_id"))
        .set("valid_from", CellValues.date(row, "valid_from", EARLIEST))
        .set("valid_to", CellValues.date(row, "valid_to", LATEST))
        .set("kgco2_kwh", factor)
        .set("note", CellValues.orNull(row, "note"))
        .build();
  }

  private Map<String, Map<Long, Double>> series(InputKind kind) {
    Map<String, Map<Long, Double>> byRegion = new TreeMap<>();
    for (ClaimedFile file : files.listCurrent(kind)) {
      List<String> unreadable = new ArrayList<>();
      try {
        for (TimeSeriesReader.Point point :
            TimeSeriesReader.read(cells(file), file.format(), unreadable)) {
          read++;
          byRegion
              .computeIfAbsent(point.region(), none -> new TreeMap<>())
              .put(
                  kind.equals(BuildingInputs.WEATHER) ? local(point, file) : point.second(),
                  point.value());
        }
      } catch (IllegalArgumentException e) {
        notices.add(unreadable(file.path(), String.valueOf(e.getMessage())));
      }
      if (!unreadable.isEmpty()) {
        notices.add(
            unreadable(
                file.path(),
                "%d rows are not readable, the first at line %s"
                    .formatted(unreadable.size(), unreadable.get(0))));
      }
    }
    return byRegion;
  }

  /** Seconds of the clock where the weather is stamped, as days are days of that clock. */
  private static long local(TimeSeriesReader.Point point, ClaimedFile file) {
    String zone = file.format().time().zone();
    return point.second()
        + ZoneId.of(zone == null ? "UTC" : zone)
            .getRules()
            .getOffset(Instant.ofEpochSecond(point.second()))
            .getTotalSeconds();
  }

  private List<Row> gridHours() {
    TableRows table = TableRows.of(BuildingTables.GRID_HOUR);
    List<Row> rows = new ArrayList<>();
    series(BuildingInputs.GRID_CARBON)
        .forEach(
            (region, hours) ->
                hours.forEach(
                    (second, value) ->
                        rows.add(
                            table
                                .row()
                                .set("region", region)
                                .set("hour", Instant.ofEpochSecond(second))
                                .set("kgco2_kwh", value)
                                .build())));
    return rows;
  }

  /** Days with at least one value: mean of the hours, and degree days of that mean. */
  private List<Row> weatherDays() {
    List<Row> rows = new ArrayList<>();
    series(BuildingInputs.WEATHER)
        .forEach(
            (region, hours) -> {
              TreeMap<LocalDate, double[]> days = new TreeMap<>();
              hours.forEach(
                  (second, value) -> {
                    double[] sum =
                        days.computeIfAbsent(
                            LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC),
                            none -> new double[2]);
                    sum[0] += value;
                    sum[1]++;
                  });
              days.forEach((day, sum) -> rows.add(weatherDay(region, day, sum)));
            });
    return rows;
  }

  private static Row weatherDay(String region, LocalDate day, double[] sum) {
    double mean = sum[0] / sum[1];
    return TableRows.of(BuildingTables.WEATHER_DAY)
        .row()
        .set("region", region)
        .set("day", day)
        .set("mean_c", mean)
        .set("heating_degree_days", Math.max(0, HEATING_BASE_C - mean))
        .set("cooling_degree_days", Math.max(0, mean - COOLING_BASE_C))
        .set("hours", (int) Math.min(sum[1], DAY_H))
        .build();
  }
}
