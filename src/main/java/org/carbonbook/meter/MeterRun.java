package org.carbonbook.meter;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.meter.hours.MeterDayColumns;
import org.carbonbook.meter.hours.MeterFilter;
import org.carbonbook.meter.hours.MeterReport;
import org.carbonbook.meter.hours.QualityRules;
import org.carbonbook.meter.log.LogFile;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterLookup;
import org.carbonbook.meter.registry.MeterRegistry;
import org.carbonbook.meter.registry.MeterRowParser;
import org.carbonbook.meter.registry.MeterUnits;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Digest;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** One run of the step that reads meters. */
final class MeterRun {

  private static final String FILES = "raw.meter_file";
  private static final String MONTHS = "ops.meter_month";

  private final StepContext context;
  private final QualityRules rules;
  private final FormatLibrary formats;
  private final MeterRegistry registry;
  private final MeterLookup meters;
  private final List<LogFile> logs;
  private final String basis;

  /** The rows of {@code core.meter} before this run. */
  private final List<Row> known;

  MeterRun(StepContext context, List<String> configuration) {
    this.context = context;
    var conf = context.configuration().folder();
    this.rules = QualityRules.read(conf);
    this.formats = FormatLibrary.read(conf);
    MeterRowParser definitions =
        new MeterRowParser(MeterUnits.read(conf), rules.maxApportionMinutes());
    ClaimedFiles files = new ClaimedFiles(context, formats);
    this.registry = MeterRegistry.read(files, definitions);
    this.meters = MeterLookup.of(registry.meters(), formats, definitions);
    this.logs = LogFile.list(files);
    this.basis = basis(configuration);
    this.known = context.rows("core.meter");
  }

  private String basis(List<String> configuration) {
    Digest digest = new Digest().add(context.configuration().digest(configuration));
    registry.meters().values().stream()
        .sorted(Comparator.comparing(Meter::meterId))
        .forEach(meter -> digest.add(meter.toString()));
    return digest.hex();
  }

  StepResult run() {
    LakeTable days = context.lake().table(MeterDayColumns.TABLE);
    Map<Long, Row> read = new HashMap<>();
    context.rows(FILES).forEach(row -> read.put(row.getAs("sequence"), row));
    boolean again =
        !days.exists()
            || read.isEmpty()
            || read.values().stream().anyMatch(row -> !basis.equals(row.getAs("basis")));
    List<LogFile> fresh =
        again ? logs : logs.stream().filter(log -> !read.containsKey(log.sequence())).toList();
    MeterLoad load = new MeterLoad(context.spark(), meters, rules, formats);
    try {
      Set<String> months = again ? loadAll(load, fresh, days) : loadLate(load, fresh, days);
      return record(load, fresh, again ? Map.of() : read, months, again);
    } finally {
      load.release();
    }
  }

  private Set<String> loadAll(MeterLoad load, List<LogFile> fresh, LakeTable days) {
    days.replaceAsOrdered(load.full(fresh), definition(), context.writing());
    return days.partitions("month");
  }

  private Set<String> loadLate(MeterLoad load, List<LogFile> fresh, LakeTable days) {
    if (fresh.isEmpty()) {
      return Set.of();
    }
    Dataset<Row> stored = days.read();
    Map<String, long[]> spans = spans(known);
    MeterLoad.Change change = load.late(fresh, stored, spans);
    if (change.months().isEmpty()) {
      return Set.of();
    }
    Dataset<Row> rows = change.days();
    if (!change.meterIds().containsAll(spans.keySet())) {
      rows =
          rows.unionByName(
              stored
                  .where(col("month").isin(change.months().toArray()))
                  .where(not(MeterFilter.of(context.spark(), change.meterIds()))));
    }
    days.replaceWhere(
        rows,
        definition(),
        "month IN ('%s')".formatted(String.join("', '", change.months())),
        context.writing());
    return change.months();
  }

  private static TableDefinition definition() {
    return TableDefinition.getDefinition(MeterDayColumns.TABLE);
  }

  /** The first and last reading of each meter, in seconds, by its rows. */
  private static Map<String, long[]> spans(List<Row> meters) {
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

  private StepResult record(
      MeterLoad load, List<LogFile> fresh, Map<Long, Row> read, Set<String> months, boolean again) {
    MeterRecords records = new MeterRecords(context, load, fresh, basis);
    List<Notice> notices = new ArrayList<>(registry.notices());
    notices.addAll(records.notices());
    records.writeRejects();
    context.replace(FILES, records.fileRows(read.values()));
    context.replace("core.meter", meterRows(load.reports(), again ? List.of() : known));
    context.replace(MONTHS, monthRows(months, again));
    return records.result(notices);
  }

  private List<Row> monthRows(Set<String> changed, boolean again) {
    Map<String, Long> months = new TreeMap<>();
    if (!again) {
      context.rows(MONTHS).forEach(row -> months.put(row.getString(0), row.getLong(1)));
    }
    changed.forEach(month -> months.put(month, context.writing().runNumber()));
    return months.entrySet().stream()
        .map(month -> RowFactory.create(month.getKey(), month.getValue()))
        .toList();
  }

  private List<Row> meterRows(Map<String, MeterReport> reports, List<Row> before) {
    Map<String, Meter> all = new TreeMap<>(registry.meters());
    reports.values().forEach(report -> all.putIfAbsent(report.meter().meterId(), report.meter()));
    Map<String, long[]> spans = spans(before);
    List<Row> rows = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (Meter meter : all.values()) {
      MeterReport report = reports.get(meter.meterId());
      long[] span = spans.get(meter.meterId());
      if (report != null) {
        long[] now = {report.firstS(), report.lastS()};
        span =
            span == null ? now : new long[] {Math.min(span[0], now[0]), Math.max(span[1], now[1])};
      }
      written.add(meter.meterId());
      for (Meter.Version version : meter.versions()) {
        rows.add(meterRow(meter, version, span));
      }
    }
    before.stream()
        .filter(row -> !written.contains(row.<String>getAs("meter_id")))
        .forEach(rows::add);
    return rows;
  }

  private Row meterRow(Meter meter, Meter.Version version, long[] span) {
    return RowFactory.create(
        meter.meterId(),
        date(version.fromS()),
        date(version.toS()),
        version.buildingId(),
        version.parent(),
        meter.energyKind(),
        meter.reading().name().toLowerCase(java.util.Locale.ROOT),
        version.printedUnit(),
        meter.unit(),
        version.multiplier(),
        meter.registerDigits(),
        meter.zone().getId(),
        meter.stamp().name().toLowerCase(java.util.Locale.ROOT),
        meter.intervalSeconds(),
        registry.meters().containsKey(meter.meterId()),
        span == null ? null : Timestamp.from(Instant.ofEpochSecond(span[0])),
        span == null ? null : Timestamp.from(Instant.ofEpochSecond(span[1])));
  }

  private static Date date(long localS) {
    return Date.valueOf(LocalDate.ofEpochDay(Math.floorDiv(localS, StampPattern.DAY_S)));
  }
}
