package org.carbonbook.meter.hours;

import java.io.Serializable;
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
 * come as blocks of a negative order, so that readings that arrive now overrule them.
 */
public final class BlocksToDays implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<MeterLookup> meters;
  private final QualityRules rules;
  private final Map<String, List<String>> skippedChecks;
  private final Set<String> months;
  private final long windowFromS;
  private final long windowToS;
  private final Map<String, Long> storedLastS;
  private final Reports reports;

  /** Where tasks report their results. */
  public record Reports(KeyedAccumulator<MeterReport> meters, LongAccumulator written)
      implements Serializable {}

  public BlocksToDays(
      Broadcast<MeterLookup> meters,
      QualityRules rules,
      Map<String, List<String>> skippedChecks,
      Set<String> months,
      long windowFromS,
      long windowToS,
      Map<String, Long> storedLastS,
      Reports reports) {
    this.meters = meters;
    this.rules = rules;
    this.skippedChecks = skippedChecks;
    this.months = months;
    this.windowFromS = windowFromS;
    this.windowToS = windowToS;
    this.storedLastS = storedLastS;
    this.reports = reports;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    return new Days(blocks);
  }

  /** A meter whose readings cannot be judged has no days and is reported; all others go on. */
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
    return meters
        .value()
        .findMeter(meterId, BlockRows.format(last), BlockRows.buildingId(last))
        .orElseThrow(() -> new IllegalStateException("no meter " + meterId))
        .between(windowFromS, windowToS);
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
    MeterDays work =
        new MeterDays(
            meter,
            rules,
            skippedChecks.getOrDefault(format, List.of()),
            received.block(),
            received.stored(),
            storedLastS.getOrDefault(meterId, Long.MIN_VALUE));
    work.carry(received.carried());
    List<Row> days = work.days(months);
    MergedReadings.Counts counts = received.counts();
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
                    null)));
    reports.written().add(days.size());
    return days;
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
