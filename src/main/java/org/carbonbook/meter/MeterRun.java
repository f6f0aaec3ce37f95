package org.carbonbook.meter;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.intake.UnclaimedFile;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.lake.StagedRows;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.TableRows;
import org.carbonbook.meter.hours.MeterDays;
import org.carbonbook.meter.hours.MeterFilter;
import org.carbonbook.meter.hours.MeterReport;
import org.carbonbook.meter.hours.QualityRules;
import org.carbonbook.meter.log.LogFile;
import org.carbonbook.meter.registry.MeterLookup;
import org.carbonbook.meter.registry.MeterRegistry;
import org.carbonbook.meter.registry.MeterRowParser;
import org.carbonbook.meter.registry.MeterUnits;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;

/**
 * One run of the step that reads meters. A unit of work is one content of one log; a meter whose
 * hours do not add up is a unit as well, so that its notice lives until they do.
 */
final class MeterRun {

  static final String MONTHS = "ops.meter_month";

  private final StepContext context;
  private final QualityRules rules;
  private final FormatLibrary formats;
  private final MeterRegistry registry;
  private final MeterLookup meters;
  private final WorkUnits units;
  private final Map<String, UnclaimedFile> unclaimed = new TreeMap<>();

  /** All logs by the names of their units, in the order of arrival. */
  private final Map<String, LogFile> logs = new LinkedHashMap<>();

  MeterRun(StepContext context, MeterStep step) {
    this.context = context;
    Path conf = context.configuration().folder();
    this.rules = QualityRules.read(conf);
    this.formats = FormatLibrary.read(conf);
    MeterRowParser parser = new MeterRowParser(MeterUnits.read(conf), rules.maxApportionMinutes());
    ClaimedFiles files = new ClaimedFiles(context, formats);
    this.registry = MeterRegistry.read(files, parser);
    this.meters = MeterLookup.of(registry.meters(), formats, parser);
    LogFile.list(files).forEach(log -> logs.put(unit(log), log));
    files.listUnclaimed().forEach(file -> unclaimed.put(unit(file), file));
    this.units = WorkUnits.open(context, step);
  }

  private static String unit(LogFile log) {
    return "log %s %s@%d".formatted(log.path(), log.sourceHash(), log.fromByte());
  }

  private static String unit(UnclaimedFile file) {
    return "unclaimed %s %s".formatted(file.path(), file.sourceHash());
  }

  StepResult run() {
    String registered = registryDigest();
    Map<String, String> inputs = new LinkedHashMap<>();
    logs.keySet().forEach(unit -> inputs.put(unit, registered));
    Set<String> stale = units.stale(inputs);
    LakeTable days = context.lake().table(MeterDays.TABLE);
    Extent extent = days.exists() && isOnlyAdded(stale) ? Extent.LATE : Extent.ALL;
    List<LogFile> fresh =
        logs.entrySet().stream()
            .filter(log -> extent == Extent.ALL || stale.contains(log.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<Row> known = extent == Extent.ALL ? List.of() : context.rows(MeterTable.TABLE);
    MeterLoad load = new MeterLoad(context.spark(), meters, rules, formats);
    try {
      Set<String> months =
          extent == Extent.ALL ? loadAll(load, fresh, days) : loadLate(load, fresh, days, known);
      return record(load, fresh, extent, months, known);
    } finally {
      load.release();
    }
  }

  /** How much a run reads. */
  private enum Extent {
    /** All logs: there is nothing yet, or what the hours follow from changed. */
    ALL,
    /** The logs that arrived since the last run. */
    LATE
  }

  /** Whether every log that was read before still is there and was read by the same basis. */
  private boolean isOnlyAdded(Set<String> stale) {
    Set<String> read = new HashSet<>(units.names());
    read.removeIf(unit -> !unit.startsWith("log "));
    return !read.isEmpty()
        && logs.keySet().containsAll(read)
        && read.stream().noneMatch(stale::contains);
  }

  private String registryDigest() {
    Digest digest = new Digest();
    new TreeMap<>(registry.meters()).values().forEach(meter -> digest.add(meter.toString()));
    return digest.hex();
  }

  private Set<String> loadAll(MeterLoad load, List<LogFile> fresh, LakeTable days) {
    days.replaceAsOrdered(load.full(fresh), definition(), context.writing());
    return days.partitions("month");
  }

  private Set<String> loadLate(
      MeterLoad load, List<LogFile> fresh, LakeTable days, List<Row> known) {
    if (fresh.isEmpty()) {
      return Set.of();
    }
    Dataset<Row> stored = days.read();
    Map<String, long[]> spans = MeterTable.spans(known);
    MeterLoad.Change change = load.late(fresh, stored, spans);
    if (change.months().isEmpty()) {
      return Set.of();
    }
    Dataset<Row> rows = change.days();
    if (!change.meterIds().containsAll(spans.keySet())) {
      Column touched = MeterFilter.of(context.spark(), change.meterIds());
      rows = rows.unionByName(stored.where(in(change.months())).where(not(touched)));
    }
    StagedRows staged = days.stage(rows, definition(), context.writing());
    Set<String> reached = load.reached();
    if (reached.isEmpty()) {
      days.replacePartitions(staged, "month", change.months(), context.writing());
      return change.months();
    }
    days.discardStaged(context.writing());
    return loadWhole(load, change, reached, days, spans);
  }

  /** Judges meters as a whole: the late readings of them reach beyond the months of the window. */
  private Set<String> loadWhole(
      MeterLoad load,
      MeterLoad.Change change,
      Set<String> reached,
      LakeTable days,
      Map<String, long[]> spans) {
    Dataset<Row> stored = days.read();
    Column ofReached = MeterFilter.of(context.spark(), reached);
    Column touched = MeterFilter.of(context.spark(), change.meterIds());
    Dataset<Row> whole = load.whole(stored, spans, reached).cache();
    try {
      Set<String> months = new TreeSet<>(change.months());
      stored
          .where(ofReached)
          .select("month")
          .union(whole.select("month"))
          .distinct()
          .collectAsList()
          .forEach(row -> months.add(row.getString(0)));
      Dataset<Row> rows =
          change
              .days()
              .where(not(ofReached))
              .unionByName(whole)
              .unionByName(
                  stored
                      .where(in(months))
                      .where(not(ofReached))
                      .where(not(touched.and(in(change.months())))));
      StagedRows staged = days.stage(rows, definition(), context.writing());
      days.replacePartitions(staged, "month", months, context.writing());
      return months;
    } finally {
      whole.unpersist();
    }
  }

  private static Column in(Set<String> months) {
    return col("month").isin(months.toArray());
  }

  private static TableDefinition definition() {
    return TableDefinition.getDefinition(MeterDays.TABLE);
  }

  private StepResult record(
      MeterLoad load, List<LogFile> fresh, Extent extent, Set<String> months, List<Row> known) {
    LogResults results = new LogResults(fresh, load.splits());
    Map<String, MeterReport> reports = load.reports();
    List<Row> before = extent == Extent.ALL ? List.of() : context.rows(LogResults.TABLE);
    context.replace(LogResults.TABLE, results.rows(before));
    context.replace(
        MeterTable.TABLE,
        new MeterTable(registry.meters())
            .rows(reports.values(), known, load.reached(), load.whole().values()));
    context.replace(MONTHS, monthRows(months, extent));
    recordLogs(results, fresh);
    recordMeters(reports, extent);
    units.save();
    List<Notice> notices = new ArrayList<>(registry.notices());
    notices.addAll(units.notices());
    return result(results, reports.values(), fresh.size(), notices);
  }

  private void recordLogs(LogResults results, List<LogFile> fresh) {
    fresh.forEach(log -> units.done(unit(log), results.notices(log), results.rejects(log)));
  }

  private void recordMeters(Map<String, MeterReport> reports, Extent extent) {
    Set<String> reported = Conservation.meters(units.names());
    Map<String, Long> differences = new TreeMap<>();
    if (extent == Extent.ALL) {
      reports.forEach((meter, report) -> differences.put(meter, report.difference()));
      differences.values().removeIf(difference -> difference == 0);
    } else if (!reports.isEmpty()) {
      Set<String> checked = new HashSet<>(reports.keySet());
      checked.addAll(reported);
      differences.putAll(Conservation.differences(context.read(MeterDays.TABLE), checked));
    }
    Set<String> kept = new HashSet<>(logs.keySet());
    recordUnjudged(reports, extent, kept);
    recordUnclaimed(kept);
    if (extent == Extent.LATE && reports.isEmpty()) {
      reported.forEach(meter -> kept.add(Conservation.unit(meter)));
    }
    differences.forEach(
        (meter, difference) -> {
          String unit = Conservation.unit(meter);
          units.stale(Map.of(unit, ""));
          units.done(unit, List.of(Conservation.notice(meter, difference)));
          kept.add(unit);
        });
    units.forgetAllBut(kept);
  }

  /** A file that no format claims is looked at once, while the formats stay the same. */
  private void recordUnclaimed(Set<String> kept) {
    Map<String, String> inputs = new TreeMap<>();
    unclaimed.keySet().forEach(unit -> inputs.put(unit, ""));
    kept.addAll(inputs.keySet());
    UnclaimedLogs logsAmong = new UnclaimedLogs(context.lake().files(), formats);
    for (String unit : units.stale(inputs)) {
      units.done(unit, logsAmong.judge(unclaimed.get(unit)).stream().toList());
    }
  }

  private void recordUnjudged(Map<String, MeterReport> reports, Extent extent, Set<String> kept) {
    if (extent == Extent.LATE) {
      kept.addAll(units.names().stream().filter(Conservation::isUnjudged).toList());
    }
    reports.forEach(
        (meter, report) -> {
          String unit = Conservation.unjudged(meter);
          if (report.failure() == null) {
            kept.remove(unit);
          } else {
            units.stale(Map.of(unit, ""));
            units.done(unit, List.of(Conservation.unjudged(meter, report.failure())));
            kept.add(unit);
          }
        });
  }

  private List<Row> monthRows(Set<String> changed, Extent extent) {
    TableRows table = TableRows.of(MONTHS);
    Map<String, Long> months = new TreeMap<>();
    if (extent == Extent.LATE) {
      context
          .rows(MONTHS)
          .forEach(row -> months.put(row.getAs("month"), row.getAs("changed_number")));
    }
    changed.forEach(month -> months.put(month, context.writing().runNumber()));
    List<Row> rows = new ArrayList<>();
    months.forEach(
        (month, number) ->
            rows.add(table.row().set("month", month).set("changed_number", number).build()));
    return rows;
  }

  private static StepResult result(
      LogResults results, Iterable<MeterReport> reports, int files, List<Notice> notices) {
    long written = sum(reports, MeterReport::added) + sum(reports, MeterReport::changed);
    long rejected = results.rejected() + sum(reports, MeterReport::skipped);
    String counts =
        "%,d rows read, %,d new, %,d changed, %,d same, %,d missing, %,d rejected"
            .formatted(
                results.rows(),
                sum(reports, MeterReport::added),
                sum(reports, MeterReport::changed),
                sum(reports, MeterReport::same),
                results.missing(),
                rejected);
    List<Notice> all = new ArrayList<>(notices);
    if (results.rows() > 0) {
      all.add(
          Notice.of(MeterNotice.METER_LOAD, "%d files".formatted(files), counts, "nothing to do"));
    }
    return new StepResult(
        results.rows(), written, rejected, sum(reports, MeterReport::same), all, counts);
  }

  private static long sum(Iterable<MeterReport> reports, ToLongFunction<MeterReport> of) {
    long sum = 0;
    for (MeterReport report : reports) {
      sum += of.applyAsLong(report);
    }
    return sum;
  }
}
