package org.carbonbook.meter;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.meter.hours.BlocksToDays;
import org.carbonbook.meter.hours.LateWindow;
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
  private final KeyedAccumulator<MeterReport> whole = new KeyedAccumulator<>();
  private final LongAccumulator written;
  private Dataset<Row> cached;

  MeterLoad(SparkSession spark, MeterLookup meters, QualityRules rules, FormatLibrary formats) {
    this.spark = spark;
    this.meters = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(meters);
    this.rules = rules;
    formats.listFormats().forEach(format -> skippedChecks.put(format.format(), format.checks()));
    spark.sparkContext().register(splits, "splits");
    spark.sparkContext().register(reports, "meters");
    spark.sparkContext().register(whole, "whole meters");
    this.written = spark.sparkContext().longAccumulator("meter days");
  }

  /** The days of all readings of the files. */
  Dataset<Row> full(List<LogFile> files) {
    return days(new LogReader(spark, meters, splits).blocks(files), null, Map.of(), files, reports);
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
   * The days that late files touch, made of stored and new readings together. Whether they reach
   * further is known when the days were computed: see {@link #reached}.
   */
  Change late(List<LogFile> files, Dataset<Row> stored, Map<String, long[]> spans) {
    cached = new LogReader(spark, meters, splits).blocks(files).cache();
    Map<String, long[]> touched = new HashMap<>();
    for (Row block : cached.collectAsList()) {
      touched.merge(BlockRows.meterId(block), span(BlockRows.readings(block)), MeterLoad::join);
    }
    if (touched.isEmpty()) {
      return new Change(null, Set.of(), Set.of());
    }
    LateWindow window = window(touched);
    Dataset<Row> before =
        stored
            .where(col("month").isin(window.read().toArray()))
            .where(MeterFilter.of(spark, touched.keySet()));
    Dataset<Row> blocks = StoredDays.blocks(before, window).unionByName(cached);
    Map<String, long[]> known = ofMeters(spans, touched.keySet());
    return new Change(
        days(blocks, window, known, files, reports), window.written(), touched.keySet());
  }

  /** The meters of which late files may change more days than those of the window. */
  Set<String> reached() {
    return reports.value().entrySet().stream()
        .filter(report -> report.getValue().reached())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All days of some meters, made of all stored readings of them and of the late files. */
  Dataset<Row> whole(Dataset<Row> stored, Map<String, long[]> spans, Set<String> meterIds) {
    Column ofMeters = MeterFilter.of(spark, meterIds);
    Dataset<Row> blocks =
        StoredDays.blocks(stored.where(ofMeters), null).unionByName(cached.where(ofMeters));
    return days(blocks, null, ofMeters(spans, meterIds), List.of(), whole);
  }

  private static Map<String, long[]> ofMeters(Map<String, long[]> spans, Set<String> meterIds) {
    Map<String, long[]> known = new HashMap<>(spans);
    known.keySet().retainAll(meterIds);
    return known;
  }

  /** What the last call of {@link #whole(Dataset, Map, Set)} found, by meter. */
  Map<String, MeterReport> whole() {
    return whole.value();
  }

  private LateWindow window(Map<String, long[]> touched) {
    long[] all = {Long.MAX_VALUE, Long.MIN_VALUE};
    boolean registers = false;
    for (Map.Entry<String, long[]> meter : touched.entrySet()) {
      join(all, meter.getValue());
      Meter known = meters.value().registered().get(meter.getKey());
      registers |= known == null || known.isRegister();
    }
    return LateWindow.around(all[0], all[1], registers ? 1 : 0);
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
      Dataset<Row> blocks,
      LateWindow window,
      Map<String, long[]> spans,
      List<LogFile> files,
      KeyedAccumulator<MeterReport> into) {
    long bytes = files.stream().mapToLong(LogFile::bytes).sum();
    int min = spark.sparkContext().defaultParallelism();
    int partitions = (int) Math.max(min, bytes / BYTES_PER_PARTITION + 1);
    BlocksToDays work =
        new BlocksToDays(
            meters, rules, skippedChecks, window, spans, new BlocksToDays.Reports(into, written));
    return blocks
        .repartition(partitions, col("meter_id"))
        .sortWithinPartitions(BlockRows.order())
        .mapPartitions(work, Encoders.row(TableDefinition.getDefinition(MeterDays.TABLE).schema()));
  }
}
