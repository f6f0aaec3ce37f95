package org.carbonbook.meter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;
import org.carbonbook.meter.hours.MeterDays;
import org.carbonbook.meter.log.LogFile;
import org.carbonbook.meter.log.RejectReason;
import org.carbonbook.meter.log.SplitReport;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.WorkUnits;

/** The results of the logs that a run read: exact counts, samples of rejected rows, notices. */
final class LogResults {

  static final String TABLE = "raw.meter_file";

  private static final String CUT_SHORT = "cut short";
  private static final int NAMED = 12;

  private final List<LogFile> files;
  private final Map<Long, FileResult> results = new TreeMap<>();

  /** The parts of one file, in order. */
  private static final class FileResult {
    final TreeMap<Long, SplitReport> parts = new TreeMap<>();
    final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    String failure;
    boolean headerFits = true;
    final Set<String> unused = new TreeSet<>();

    void add(SplitReport part) {
      parts.put(part.start, part);
      part.rejected.forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
      failure = part.failure == null ? failure : part.failure;
      headerFits &= part.headerFits;
      unused.addAll(part.unused);
    }

    long sum(ToLongFunction<SplitReport> of) {
      return parts.values().stream().mapToLong(of).sum();
    }

    long rows() {
      return sum(part -> part.rows);
    }
  }

  /**
   * @param files the logs that were read
   * @param splits the reports of their parts, by {@code sequence@start}
   */
  LogResults(List<LogFile> files, Map<String, SplitReport> splits) {
    this.files = files;
    files.forEach(file -> results.put(file.sequence(), new FileResult()));
    splits.forEach(
        (key, report) ->
            results.get(Long.parseLong(key.substring(0, key.indexOf('@')))).add(report));
  }

  /**
   * The rows of {@code raw.meter_file} for the logs read before and now. A run that crashed after
   * it wrote the table has left rows of logs that are read again, which are replaced.
   */
  List<Row> rows(Collection<Row> before) {
    TableRows table = TableRows.of(TABLE);
    List<Row> rows = new ArrayList<>();
    before.stream()
        .filter(row -> !results.containsKey(row.<Long>getAs("sequence")))
        .forEach(row -> rows.add(table.rowLike(row).build()));
    for (LogFile file : files) {
      FileResult result = results.get(file.sequence());
      rows.add(
          table
              .row()
              .set("sequence", file.sequence())
              .set("path", file.path())
              .set("format", file.format().format())
              .set("lines", result.sum(part -> part.lines))
              .set("rows", result.rows())
              .set("kept", result.sum(part -> part.kept))
              .set("missing", result.sum(part -> part.missing))
              .set("rejected", result.sum(SplitReport::rejectedRows))
              .build());
    }
    return rows;
  }

  /** Samples of the rejected rows of a log, a bounded number for each reason. */
  List<WorkUnits.Reject> rejects(LogFile file) {
    List<WorkUnits.Reject> rejects = new ArrayList<>();
    Map<RejectReason, Integer> shown = new EnumMap<>(RejectReason.class);
    long line = 0;
    for (SplitReport part : results.get(file.sequence()).parts.values()) {
      for (SplitReport.Sample sample : part.samples) {
        if (shown.merge(sample.reason(), 1, Integer::sum) <= SplitReport.SAMPLES) {
          rejects.add(
              new WorkUnits.Reject(
                  MeterDays.TABLE,
                  place(file) + ":" + (line + sample.line()),
                  sample.reason().name(),
                  sample.text()));
        }
      }
      line += part.lines;
    }
    return rejects;
  }

  /** Lines of what a file grew by are counted from there. */
  private static String place(LogFile file) {
    return file.fromByte() == 0 ? file.path() : file.path() + "@" + file.fromByte();
  }

  /** What there is to report about a log. */
  List<Notice> notices(LogFile file) {
    FileResult result = results.get(file.sequence());
    List<Notice> notices = new ArrayList<>();
    if (result.failure != null) {
      notices.add(failed(file, result));
    } else if (result.rows() == 0) {
      notices.add(
          Notice.of(
              MeterNotice.METER_FILE_EMPTY,
              file.path(),
              "the file has %d line(s) and no reading; nothing was loaded from it"
                  .formatted(result.sum(part -> part.lines)),
              "send the file again under the same path, with a header and readings"));
    }
    result.rejected.forEach(
        (reason, count) -> notices.add(rejected(file, reason, count, result.rows())));
    if (!result.unused.isEmpty()) {
      notices.add(unused(file, result.unused));
    }
    long ahead = result.sum(part -> part.ahead);
    if (ahead > 0) {
      notices.add(
          Notice.of(
              MeterNotice.METER_STAMPS_AHEAD,
              file.path(),
              "%,d of %,d readings are dated later than the file's arrival in the lake; they are most of the file, so they were accepted"
                  .formatted(ahead, result.rows()),
              "check the clock of this machine, and the clock of the logger that wrote the file"));
    }
    return notices;
  }

  private static Notice unused(LogFile file, Set<String> columns) {
    return Notice.of(
        MeterNotice.METER_COLUMNS_UNUSED,
        file.path(),
        "nothing is read from the columns %s"
            .formatted(columns.stream().limit(NAMED).collect(Collectors.joining(", "))),
        "nothing to do, unless one of them is needed: map it under columns in conf/formats/%s.yaml, or list it as ignore"
            .formatted(file.format().format()));
  }

  private static Notice rejected(LogFile file, RejectReason reason, long count, long rows) {
    return Notice.of(
        MeterNotice.METER_ROWS_REJECTED,
        file.path(),
        "%,d of %,d rows: %s".formatted(count, rows, reason.name()),
        "list the rows with `carbonbook rejects core.meter_day`; %s; send the file again under the same path"
            .formatted(reason.remedy()));
  }

  private static Notice failed(LogFile file, FileResult result) {
    if (!result.headerFits) {
      return Notice.of(
          MeterNotice.METER_COLUMN_MISSING,
          file.path(),
          result.failure + "; no row of the file was loaded",
          "check delimiter, encoding and columns in conf/formats/%s.yaml"
              .formatted(file.format().format()));
    }
    boolean cut = result.failure.startsWith(CUT_SHORT);
    return Notice.of(
        cut ? MeterNotice.METER_FILE_CUT_SHORT : MeterNotice.METER_FILE_UNREADABLE,
        file.path(),
        result.failure,
        cut
            ? "send the file again; its complete lines were loaded"
            : "fix the file and send it again under the same path");
  }

  /** Rows of all logs. */
  long rows() {
    return total(part -> part.rows);
  }

  /** Rows of all logs that are printed as missing. */
  long missing() {
    return total(part -> part.missing);
  }

  /** Rejected rows of all logs. */
  long rejected() {
    return total(SplitReport::rejectedRows);
  }

  private long total(ToLongFunction<SplitReport> of) {
    return results.values().stream().mapToLong(result -> result.sum(of)).sum();
  }
}
