package org.carbonbook.building;

import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.intake.TimeSeriesReader;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.StepContext;

/** The received files about buildings, as tables. */
final class BuildingRegistry {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final double HEATING_BASE_C = 18;
  private static final double COOLING_BASE_C = 26;
  private static final int DAY_H = 24;

  private final ClaimedFiles files;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, List<Row>> tables = new TreeMap<>();
  private long read;

  private BuildingRegistry(StepContext context) {
    this.files = new ClaimedFiles(context, FormatLibrary.read(context.configuration().folder()));
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
    registry.put(BuildingTables.GRID_HOUR, registry.gridHours());
    registry.put(BuildingTables.WEATHER_DAY, registry.weatherDays());
    return registry;
  }

  private void put(String table, List<Row> rows) {
    StructType schema = TableDefinition.getDefinition(table).schema();
    tables.put(
        table,
        rows.stream().<Row>map(row -> new GenericRowWithSchema(values(row), schema)).toList());
  }

  private static Object[] values(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    return values;
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
          rows.add(row.apply(cells));
        } catch (IllegalArgumentException e) {
          notices.add(
              Notice.of(
                  BuildingNotice.BUILDING_INVALID,
                  file.path() + ":" + cells.get("#line"),
                  String.valueOf(e.getMessage()),
                  "mend the row; it is left out until then"));
        }
      }
    }
    return rows;
  }

  private List<Map<String, String>> cells(ClaimedFile file) {
    try {
      return files.rows(file);
    } catch (IOException | IllegalArgumentException e) {
      notices.add(unreadable(file.path(), String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private static Notice unreadable(String place, String message) {
    return Notice.of(
        BuildingNotice.BUILDING_FILE_UNREADABLE,
        place,
        message,
        "write it as its format in conf/formats says");
  }

  private Row building(Map<String, String> row) {
    String id = Cells.text(row, "building_id");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no building_id");
    }
    Double area = Cells.number(row, "area_m2");
    if (area == null || area <= 0) {
      notices.add(
          Notice.of(
              BuildingNotice.BUILDING_AREA_MISSING,
              "building " + id,
              "area_m2 is " + (area == null ? "empty" : area.toString()),
              "give area_m2 in the registry of buildings"));
      area = null;
    }
    Double year = Cells.number(row, "year_built");
    return RowFactory.create(
        id,
        Cells.date(row, "valid_from", EARLIEST),
        Cells.date(row, "valid_to", LATEST),
        Cells.text(row, "name").isEmpty() ? id : Cells.text(row, "name"),
        Cells.text(row, "use_type").isEmpty() ? "unstated" : Cells.text(row, "use_type"),
        area,
        Cells.orNull(row, "region"),
        year == null ? null : year.intValue(),
        Cells.number(row, "eui_limit_kwh_m2"),
        Cells.orNull(row, "limit_source"));
  }

  private static Row event(Map<String, String> row) {
    return RowFactory.create(
        Cells.text(row, "building_id"),
        Cells.date(row, "day", EARLIEST),
        Cells.text(row, "event"),
        Cells.orNull(row, "note"));
  }

  private static Row contract(Map<String, String> row) {
    Double factor = Cells.number(row, "kgco2_kwh");
    if (factor == null) {
      throw new IllegalArgumentException("no kgco2_kwh");
    }
    return RowFactory.create(
        Cells.text(row, "building_id"),
        Cells.date(row, "valid_from", EARLIEST),
        Cells.date(row, "valid_to", LATEST),
        factor,
        Cells.orNull(row, "note"));
  }

  private Map<String, Map<Long, Double>> series(InputKind kind) {
    Map<String, Map<Long, Double>> byRegion = new TreeMap<>();
    for (ClaimedFile file : files.listCurrent(kind)) {
      List<String> unreadable = new ArrayList<>();
      try {
        for (TimeSeriesReader.Point point : TimeSeriesReader.read(files, file, unreadable)) {
          read++;
          byRegion
              .computeIfAbsent(point.region(), none -> new TreeMap<>())
              .put(
                  kind == BuildingInputs.WEATHER ? local(point, file) : point.second(),
                  point.value());
        }
      } catch (IOException | IllegalArgumentException e) {
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
    List<Row> rows = new ArrayList<>();
    series(BuildingInputs.GRID_CARBON)
        .forEach(
            (region, hours) ->
                hours.forEach(
                    (second, value) ->
                        rows.add(
                            RowFactory.create(
                                region, Timestamp.from(Instant.ofEpochSecond(second)), value))));
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
    return RowFactory.create(
        region,
        Date.valueOf(day),
        mean,
        Math.max(0, HEATING_BASE_C - mean),
        Math.max(0, mean - COOLING_BASE_C),
        (int) Math.min(sum[1], DAY_H));
  }
}
