package org.carbonbook.meter;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.meter.hours.BlocksToDays;
import org.carbonbook.meter.hours.MeterDays;
import org.carbonbook.meter.hours.MeterFilter;
import org.carbonbook.meter.hours.MeterReport;
import org.carbonbook.meter.hours.QualityRules;
import org.carbonbook.meter.hours.StoredDays;
import org.carbonbook.meter.log.BlockRows;
import org.carbonbook.meter.log.KeyedAccumulator;
import org.carbonbook.meter.log.LogFile;
import org.carbonbook.meter.log.LogReader;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.log.SplitReport;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Reads logs into meter-days. All readings of a meter are brought together as packed blocks, so
 * that a row costs little more than its parsing.
 */
final class MeterLoad {

  private static final long BYTES_PER_PARTITION = 160L << 20;

  private final SparkSession spark;
  private final Broadcast<MeterLookup> meters;
  private final QualityRules rules;
  private final Map<String, List<String>> skippedChecks = new HashMap<>();
  private final KeyedAccumulator<SplitReport> splits = new KeyedAccumulator<>();
  private final KeyedAccumulator<MeterReport> reports = new KeyedAccumulator<>();
  private final LongAccumulator written;
  private Dataset<Row> cached;

  MeterLoad(SparkSession spark, MeterLookup meters, QualityRules rules, FormatLibrary formats) {
    this.spark = spark;
    this.meters = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(meters);
    this.rules = rules;
    formats.listFormats().forEach(format -> skippedChecks.put(format.format(), format.checks()));
    spark.sparkContext().register(splits, "splits");
    spark.sparkContext().register(reports, "meters");
    this.written = spark.sparkContext().longAccumulator("meter days");
  }

  /** The days of all readings of the files. */
  Dataset<Row> full(List<LogFile> files) {
    return days(new LogReader(spark, meters, splits).blocks(files), null, Map.of(), files);
  }

  /**
   * What late files change.
   *
   * @param days new rows of the months, of the meters that the files touch
   * @param months the months that may change
   * @param meterIds the meters that the files touch
   */
  record Change(Dataset<Row> days, Set<String> months, Set<String> meterIds) {}

  /**
   * The days that late files touch, made of stored and new readings together. A register's energy
   * may extend into the neighbouring months.
   */
  Change late(List<LogFile> files, Dataset<Row> stored, Map<String, long[]> spans) {
    cached = new LogReader(spark, meters, splits).blocks(files).cache();
    Map<String, long[]> touched = new HashMap<>();
    for (Row block : cached.collectAsList()) {
      touched.merge(BlockRows.meterId(block), span(BlockRows.readings(block)), MeterLoad::join);
    }
    Set<String> none = Set.of();
    if (touched.isEmpty()) {
      return new Change(null, none, none);
    }
    Reach reach = reach(touched, spans);
    Dataset<Row> before =
        stored
            .where(col("month").isin(reach.window().toArray()))
            .where(MeterFilter.of(spark, touched.keySet()));
    Dataset<Row> blocks = StoredDays.blocks(before).unionByName(cached);
    Map<String, Long> last = new HashMap<>();
    touched.keySet().stream()
        .filter(spans::containsKey)
        .forEach(meter -> last.put(meter, spans.get(meter)[1]));
    return new Change(days(blocks, reach, last, files), reach.months(), touched.keySet());
  }

  void release() {
    if (cached != null) {
      cached.unpersist();
    }
    meters.unpersist();
  }

  Map<String, SplitReport> splits() {
    return splits.value();
  }

  Map<String, MeterReport> reports() {
    return reports.value();
  }

  long written() {
    return written.value();
  }

  /** The months to write, the months to read for them, and the instants that window spans. */
  private record Reach(Set<String> months, Set<String> window, long fromS, long toS) {}

  private Reach reach(Map<String, long[]> touched, Map<String, long[]> spans) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    boolean registers = false;
    boolean apart = false;
    for (Map.Entry<String, long[]> meter : touched.entrySet()) {
      long[] span = meter.getValue();
      from = Math.min(from, span[0]);
      to = Math.max(to, span[1]);
      Meter known = meters.value().registered().get(meter.getKey());
      registers |= known == null || known.isRegister();
    }
    YearMonth first = month(from - StampPattern.DAY_S);
    YearMonth last = month(to + StampPattern.DAY_S);
    YearMonth windowFirst = first.minusMonths(registers ? 2 : 1);
    YearMonth windowLast = last.plusMonths(registers ? 2 : 1);
    for (String meter : touched.keySet()) {
      apart |= isApart(spans.get(meter), touched.get(meter), windowFirst, windowLast);
    }
    if (apart) {
      long[] all = {from, to};
      touched.keySet().stream().map(spans::get).filter(s -> s != null).forEach(s -> join(all, s));
      windowFirst = month(all[0]).minusMonths(1);
      windowLast = month(all[1]).plusMonths(1);
      return new Reach(
          months(windowFirst, windowLast),
          months(windowFirst, windowLast),
          start(windowFirst),
          start(windowLast.plusMonths(1)));
    }
    return new Reach(
        registers ? months(first.minusMonths(1), last.plusMonths(1)) : months(first, last),
        months(windowFirst, windowLast),
        start(windowFirst),
        start(windowLast.plusMonths(1)));
  }

  /** Whether the nearest stored readings may lie outside the window. */
  private static boolean isApart(
      long[] stored, long[] fresh, YearMonth windowFirst, YearMonth windowLast) {
    if (stored == null) {
      return false;
    }
    long gap = Math.max(fresh[0] - stored[1], stored[0] - fresh[1]);
    return stored[1] < start(windowFirst)
        || stored[0] > start(windowLast.plusMonths(1))
        || gap > 20 * StampPattern.DAY_S;
  }

  private static YearMonth month(long second) {
    return YearMonth.from(LocalDate.ofEpochDay(Math.floorDiv(second, StampPattern.DAY_S)));
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  private static Set<String> months(YearMonth first, YearMonth last) {
    Set<String> months = new TreeSet<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month.toString());
    }
    return months;
  }

  private static long[] span(byte[] packed) {
    ReadingBlock block = new ReadingBlock();
    block.append(packed);
    long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
    for (int i = 0; i < block.size; i++) {
      span[0] = Math.min(span[0], block.seconds[i]);
      span[1] = Math.max(span[1], block.seconds[i]);
    }
    return span;
  }

  private static long[] join(long[] one, long[] other) {
    one[0] = Math.min(one[0], other[0]);
    one[1] = Math.max(one[1], other[1]);
    return one;
  }

  private Dataset<Row> days(
      Dataset<Row> blocks, Reach reach, Map<String, Long> storedLastS, List<LogFile> files) {
    long bytes = files.stream().mapToLong(LogFile::bytes).sum();
    int min = spark.sparkContext().defaultParallelism();
    int partitions = (int) Math.max(min, bytes / BYTES_PER_PARTITION + 1);
    Set<String> months = reach == null ? null : new HashSet<>(reach.months());
    BlocksToDays work =
        new BlocksToDays(
            meters,
            rules,
            skippedChecks,
            months,
            reach == null ? Long.MIN_VALUE : reach.fromS(),
            reach == null ? Long.MAX_VALUE : reach.toS(),
            storedLastS,
            new BlocksToDays.Reports(reports, written));
    return blocks
        .repartition(partitions, col("meter_id"))
        .sortWithinPartitions(BlockRows.order())
        .mapPartitions(work, Encoders.row(TableDefinition.getDefinition(MeterDays.TABLE).schema()));
  }
}
