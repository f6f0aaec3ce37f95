package org.carbonbook.meter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.meter.hours.MeterDayColumns;
import org.carbonbook.meter.hours.MeterReport;
import org.carbonbook.meter.log.LogFile;
import org.carbonbook.meter.log.RejectReason;
import org.carbonbook.meter.log.SplitReport;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** What a run says of the rows it read: counts by file, samples of rejects, notices. */
final class MeterRecords {

  private static final String REJECTS = "ops.reject";
  private static final int NAMED = 5;

  private final StepContext context;
  private final Map<String, MeterReport> reports;
  private final List<LogFile> files;
  private final String basis;
  private final Map<Long, FileSum> sums = new TreeMap<>();

  /** The parts of one file, in order. */
  private static final class FileSum {
    final TreeMap<Long, SplitReport> parts = new TreeMap<>();
    final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    String failure;
    boolean headerFits = true;

    long sum(java.util.function.ToLongFunction<SplitReport> of) {
      return parts.values().stream().mapToLong(of).sum();
    }
  }

  MeterRecords(StepContext context, MeterLoad load, List<LogFile> files, String basis) {
    this.context = context;
    this.reports = load.reports();
    this.files = files;
    this.basis = basis;
    load.splits()
        .forEach(
            (key, report) -> {
              long sequence = Long.parseLong(key.substring(0, key.indexOf('@')));
              FileSum sum = sums.computeIfAbsent(sequence, none -> new FileSum());
              sum.parts.put(report.start, report);
              report.rejected.forEach((reason, n) -> sum.rejected.merge(reason, n, Long::sum));
              sum.failure = report.failure == null ? sum.failure : report.failure;
              sum.headerFits &= report.headerFits;
            });
  }

  private FileSum of(LogFile file) {
    return sums.getOrDefault(file.sequence(), new FileSum());
  }

  /** The rows of the files read before and now. */
  List<Row> fileRows(Collection<Row> before) {
    List<Row> rows = new ArrayList<>(before);
    for (LogFile file : files) {
      FileSum sum = of(file);
      rows.add(
          RowFactory.create(
              file.sequence(),
              file.path(),
              file.format().format(),
              sum.sum(part -> part.lines),
              sum.sum(part -> part.rows),
              sum.sum(part -> part.kept),
              sum.sum(part -> part.missing),
              sum.sum(SplitReport::rejectedRows),
              basis));
    }
    return rows;
  }

  /** Keeps samples of the rejected rows, a bounded number per file and reason. */
  void writeRejects() {
    List<Row> rows = new ArrayList<>();
    for (LogFile file : files) {
      Map<RejectReason, Integer> shown = new EnumMap<>(RejectReason.class);
      long line = 0;
      for (SplitReport part : of(file).parts.values()) {
        for (SplitReport.Sample sample : part.samples) {
          if (shown.merge(sample.reason(), 1, Integer::sum) <= SplitReport.SAMPLES) {
            rows.add(
                RowFactory.create(
                    context.writing().run(),
                    context.writing().step(),
                    file.path(),
                    MeterDayColumns.TABLE,
                    file.path() + ":" + (line + sample.line()),
                    sample.reason().name(),
                    sample.text()));
          }
        }
        line += part.lines;
      }
    }
    if (!rows.isEmpty()) {
      context.append(REJECTS, rows);
    }
  }

  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (LogFile file : files) {
      FileSum sum = of(file);
      if (sum.failure != null) {
        notices.add(failed(file, sum));
      }
      sum.rejected.forEach(
          (reason, count) ->
              notices.add(
                  Notice.of(
                      MeterNotice.METER_ROWS_REJECTED,
                      file.path(),
                      "%,d of %,d rows: %s"
                          .formatted(count, sum.sum(part -> part.rows), reason.name()),
                      "carbonbook rejects core.meter_day shows lines; mend the file or register the meters")));
    }
    long read = sums.values().stream().mapToLong(sum -> sum.sum(part -> part.rows)).sum();
    if (read > 0) {
      notices.add(
          Notice.of(
              MeterNotice.METER_LOAD,
              "%d files".formatted(files.size()),
              counts(),
              "nothing to do"));
    }
    List<String> broken =
        reports.values().stream()
            .filter(report -> report.conserved() != 0)
            .map(report -> report.meter().meterId())
            .sorted()
            .toList();
    if (!broken.isEmpty()) {
      notices.add(
          Notice.of(
              MeterNotice.METER_NOT_CONSERVED,
              MeterDayColumns.TABLE,
              "%d meters, first %s"
                  .formatted(broken.size(), broken.subList(0, Math.min(NAMED, broken.size()))),
              "report it with the meter's log: the hours must add up to the readings"));
    }
    return notices;
  }

  private static Notice failed(LogFile file, FileSum sum) {
    if (!sum.headerFits) {
      return Notice.of(
          MeterNotice.METER_COLUMN_MISSING,
          file.path(),
          sum.failure,
          "check delimiter, encoding and columns in conf/formats/%s.yaml"
              .formatted(file.format().format()));
    }
    boolean cut = sum.failure.startsWith("cut short");
    return Notice.of(
        cut ? MeterNotice.METER_FILE_CUT_SHORT : MeterNotice.METER_FILE_UNREADABLE,
        file.path(),
        sum.failure,
        cut ? "send the file again; its whole lines were read" : "mend or remove the file");
  }

  private long reports(java.util.function.ToLongFunction<MeterReport> of) {
    return reports.values().stream().mapToLong(of).sum();
  }

  private long rejected() {
    return sums.values().stream().mapToLong(sum -> sum.sum(SplitReport::rejectedRows)).sum()
        + reports(MeterReport::skipped);
  }

  private String counts() {
    return "%,d rows read, %,d new, %,d changed, %,d same, %,d missing, %,d rejected"
        .formatted(
            sums.values().stream().mapToLong(sum -> sum.sum(part -> part.rows)).sum(),
            reports(MeterReport::fresh),
            reports(MeterReport::changed),
            reports(MeterReport::same),
            sums.values().stream().mapToLong(sum -> sum.sum(part -> part.missing)).sum(),
            rejected());
  }

  /** Read, written (new and changed), rejected and unchanged (same) readings. */
  StepResult result(List<Notice> notices) {
    long read = sums.values().stream().mapToLong(sum -> sum.sum(part -> part.rows)).sum();
    return new StepResult(
        read,
        reports(MeterReport::fresh) + reports(MeterReport::changed),
        rejected(),
        reports(MeterReport::same),
        notices,
        counts());
  }
}
