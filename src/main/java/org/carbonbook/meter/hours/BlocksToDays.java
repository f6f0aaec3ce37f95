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
import org.carbonbook.meter.log.KeyedAccumulator;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Turns the blocks of each meter, sorted by meter and order of arrival, into its days. Stored days
 * come as blocks of a negative order, so that what is received now stands over them.
 */
public final class BlocksToDays implements MapPartitionsFunction<Row, MeterDay> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<MeterLookup> meters;
  private final QualityRules rules;
  private final Map<String, List<String>> leftOut;
  private final Set<String> months;
  private final long windowFromS;
  private final long windowToS;
  private final Map<String, Long> storedLastS;
  private final Tellers tellers;

  /** Where a run's counts go. */
  public record Tellers(KeyedAccumulator<MeterReport> reports, LongAccumulator written)
      implements Serializable {}

  public BlocksToDays(
      Broadcast<MeterLookup> meters,
      QualityRules rules,
      Map<String, List<String>> leftOut,
      Set<String> months,
      long windowFromS,
      long windowToS,
      Map<String, Long> storedLastS,
      Tellers tellers) {
    this.meters = meters;
    this.rules = rules;
    this.leftOut = leftOut;
    this.months = months;
    this.windowFromS = windowFromS;
    this.windowToS = windowToS;
    this.storedLastS = storedLastS;
    this.tellers = tellers;
  }

  @Override
  public Iterator<MeterDay> call(Iterator<Row> blocks) {
    return new Days(blocks);
  }

  private List<MeterDay> days(List<Row> blocks) {
    Row last = blocks.get(blocks.size() - 1);
    String meterId = last.getString(0);
    String format = last.getString(1);
    Meter meter =
        meters
            .value()
            .findMeter(meterId, format, last.getString(2))
            .orElseThrow(() -> new IllegalStateException("no meter " + meterId))
            .between(windowFromS, windowToS);
    MergedReadings received = MergedReadings.of(blocks, meter, rules);
    if (received.block().size == 0) {
      return List.of();
    }
    MeterDays work =
        new MeterDays(
            meter,
            rules,
            leftOut.getOrDefault(format, List.of()),
            received.block(),
            received.stored(),
            storedLastS.getOrDefault(meterId, Long.MIN_VALUE));
    work.carry(received.carried());
    List<MeterDay> days = work.days(months);
    MergedReadings.Counts counts = received.counts();
    tellers
        .reports()
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
                    work.difference())));
    tellers.written().add(days.size());
    return days;
  }

  /** Gathers the blocks of one meter at a time. */
  private final class Days implements Iterator<MeterDay>, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Iterator<Row> blocks;
    private transient Row ahead;
    private transient Iterator<MeterDay> current = java.util.Collections.emptyIterator();

    Days(Iterator<Row> blocks) {
      this.blocks = blocks;
      this.ahead = blocks.hasNext() ? blocks.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && ahead != null) {
        List<Row> group = new ArrayList<>();
        String meterId = ahead.getString(0);
        while (ahead != null && ahead.getString(0).equals(meterId)) {
          group.add(ahead);
          ahead = blocks.hasNext() ? blocks.next() : null;
        }
        current = days(group).iterator();
      }
      return current.hasNext();
    }

    @Override
    public MeterDay next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return current.next();
    }
  }
}
