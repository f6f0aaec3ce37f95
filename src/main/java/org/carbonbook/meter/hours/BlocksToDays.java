package org.carbonbook.meter.hours;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.carbonbook.meter.log.BlockRows;
import org.carbonbook.meter.log.KeyedAccumulator;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Turns the blocks of each meter, sorted by meter and order of arrival, into its days. Stored days
 * come as blocks of a negative order, so that newly arrived readings replace them.
 */
public final class BlocksToDays implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<MeterLookup> meters;
  private final QualityRules rules;
  private final Map<String, List<String>> skippedChecks;
  private final LateWindow window;
  private final Set<String> months;
  private final Map<String, long[]> spans;
  private final Reports reports;

  /** Where tasks report their results. */
  public record Reports(KeyedAccumulator<MeterReport> meters, LongAccumulator written)
      implements Serializable {}

  /**
   * @param window the months in which late readings are judged; null when all readings are there
   * @param spans the first and last stored reading of meters, in this window or not
   */
  public BlocksToDays(
      Broadcast<MeterLookup> meters,
      QualityRules rules,
      Map<String, List<String>> skippedChecks,
      LateWindow window,
      Map<String, long[]> spans,
      Reports reports) {
    this.meters = meters;
    this.rules = rules;
    this.skippedChecks = skippedChecks;
    this.window = window;
    this.months = window == null ? null : window.written();
    this.spans = spans;
    this.reports = reports;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    return new Days(blocks);
  }

  /** A meter whose readings cannot be judged has no days and is reported; all others are judged. */
  private List<Row> days(List<Row> blocks) {
    try {
      return judged(blocks);
    } catch (ArithmeticException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | IllegalStateException e) {
      String meterId = BlockRows.meterId(blocks.get(0));
      String cause = e.getMessage() == null ? e.toString() : e.getMessage();
      reports.meters().add(Map.of(meterId, MeterReport.setApart(meter(blocks), cause)));
      return List.of();
    }
  }

  private Meter meter(List<Row> blocks) {
    Row last = blocks.get(blocks.size() - 1);
    String meterId = BlockRows.meterId(last);
    Meter meter =
        meters
            .value()
            .findMeter(meterId, BlockRows.format(last), BlockRows.buildingId(last))
            .orElseThrow(() -> new IllegalStateException("no meter " + meterId));
    return window == null ? meter : meter.between(window.fromS(), window.toS());
  }

  private List<Row> judged(List<Row> blocks) {
    Row last = blocks.get(blocks.size() - 1);
    String meterId = BlockRows.meterId(last);
    String format = BlockRows.format(last);
    Meter meter = meter(blocks);
    MergedReadings received = MergedReadings.of(blocks, meter, rules);
    if (received.block().size == 0) {
      return List.of();
    }
    MergedReadings.Counts counts = received.counts();
    if (received.areAllWithdrawn()) {
      reports.meters().add(Map.of(meterId, MeterReport.withdrawn(meter, counts.changed())));
      return List.of();
    }
    long[] span = spans.get(meterId);
    MeterDays work =
        new MeterDays(
            meter,
            rules,
            skippedChecks.getOrDefault(format, List.of()),
            received.block(),
            received.stored(),
            span == null ? Long.MIN_VALUE : span[1]);
    work.carry(received.carried());
    List<Row> days = work.days(months);
    reports
        .meters()
        .add(
            Map.of(
                meterId,
                new MeterReport(
                    meter,
                    work.firstS(),
                    work.lastS(),
                    counts.fresh(),
                    counts.changed(),
                    counts.same(),
                    counts.skipped(),
                    work.difference(),
                    window != null && span != null && reaches(blocks, received, work, span),
                    null)));
    reports.written().add(days.size());
    return days;
  }

  /**
   * Whether late readings may change days beyond the window: too few stored readings lead into it,
   * the first or last one was withdrawn, or a compared day is another.
   */
  private boolean reaches(List<Row> blocks, MergedReadings received, MeterDays work, long[] span) {
    boolean before = span[0] < window.fromS();
    boolean after = span[1] >= window.toS();
    if ((before
            && received.storedBetween(window.fromS(), window.leadInS()) < LateWindow.LEAD_READINGS)
        || (after
            && received.storedBetween(window.leadOutS(), window.toS()) < LateWindow.LEAD_READINGS)
        || (!before && work.firstS() > span[0])
        || (!after && work.lastS() < span[1])) {
      return true;
    }
    Map<Long, Long> stored = StoredDays.digests(blocks);
    int compared = 0;
    for (Row day : work.days(Set.of(window.before().toString(), window.after().toString()))) {
      LocalDate date = day.<Date>getAs("day").toLocalDate();
      if (window.compares(date)) {
        Long digest = stored.get(date.toEpochDay());
        if (digest == null || digest != DayDigest.of(day)) {
          return true;
        }
        compared++;
      }
    }
    return compared != stored.size();
  }

  /** Gathers the blocks of one meter at a time. */
  private final class Days implements Iterator<Row>, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Iterator<Row> blocks;
    private transient Row ahead;
    private transient Iterator<Row> current = java.util.Collections.emptyIterator();

    Days(Iterator<Row> blocks) {
      this.blocks = blocks;
      this.ahead = blocks.hasNext() ? blocks.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && ahead != null) {
        List<Row> group = new ArrayList<>();
        String meterId = BlockRows.meterId(ahead);
        while (ahead != null && BlockRows.meterId(ahead).equals(meterId)) {
          group.add(ahead);
          ahead = blocks.hasNext() ? blocks.next() : null;
        }
        current = days(group).iterator();
      }
      return current.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return current.next();
    }
  }
}
