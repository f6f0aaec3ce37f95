package org.carbonbook.meter.log;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.SerializableConfiguration;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.meter.registry.MeterLookup;

/** Reads logs in parallel, in parts of bounded size, into blocks of readings. */
public final class LogReader {

  private static final long PART_BYTES = 32L << 20;
  private static final int PARQUET_ROWS = 1 << 20;

  private final SparkSession spark;
  private final Broadcast<MeterLookup> meters;
  private final KeyedAccumulator<SplitReport> reports;
  private final Broadcast<SerializableConfiguration> hadoop;

  public LogReader(
      SparkSession spark, Broadcast<MeterLookup> meters, KeyedAccumulator<SplitReport> reports) {
    this.spark = spark;
    this.meters = meters;
    this.reports = reports;
    this.hadoop =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
  }

  private record Part(LogFile file, long start, long length, long bytes) implements Serializable {}

  public Dataset<Row> blocks(List<LogFile> files) {
    List<List<Part>> bundles = bundles(files);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<MeterLookup> known = meters;
    KeyedAccumulator<SplitReport> splits = reports;
    Broadcast<SerializableConfiguration> fileSystem = hadoop;
    JavaRDD<Row> rows =
        context
            .parallelize(bundles, Math.max(1, bundles.size()))
            .flatMap(
                bundle ->
                    bundle.stream()
                        .flatMap(part -> read(part, known, splits, fileSystem).stream())
                        .iterator());
    for (LogFile file : files) {
      if (file.format().container() == FileFormat.Container.PARQUET) {
        rows = rows.union(parquet(file));
      }
    }
    return spark.createDataFrame(rows, BlockRows.SCHEMA);
  }

  private static List<Row> read(
      Part part,
      Broadcast<MeterLookup> meters,
      KeyedAccumulator<SplitReport> reports,
      Broadcast<SerializableConfiguration> hadoop) {
    SplitReport report = new SplitReport(part.file().path(), part.start());
    List<Row> rows =
        new LogSplitReader(part.file(), meters.value(), report, hadoop.value().value())
            .read(part.start(), part.length());
    reports.add(Map.of(key(part.file(), part.start()), report));
    return rows;
  }

  static String key(LogFile file, long start) {
    return "%d@%d".formatted(file.sequence(), start);
  }

  /** Parts of about one size: large files are cut, small ones bundled. */
  private static List<List<Part>> bundles(List<LogFile> files) {
    List<List<Part>> bundles = new ArrayList<>();
    List<Part> bundle = new ArrayList<>();
    long bytes = 0;
    for (LogFile file : files) {
      if (file.format().container() == FileFormat.Container.PARQUET) {
        continue;
      }
      for (Part part : parts(file)) {
        if (bytes > 0 && bytes + part.bytes() > PART_BYTES) {
          bundles.add(bundle);
          bundle = new ArrayList<>();
          bytes = 0;
        }
        bundle.add(part);
        bytes += part.bytes();
      }
    }
    if (!bundle.isEmpty()) {
      bundles.add(bundle);
    }
    return bundles;
  }

  private static List<Part> parts(LogFile file) {
    long from = file.fromByte();
    if (!file.isSplittable() || file.bytes() - from <= PART_BYTES) {
      return List.of(new Part(file, from, Long.MAX_VALUE / 2, file.bytes() - from));
    }
    List<Part> parts = new ArrayList<>();
    for (long start = from; start < file.bytes(); start += PART_BYTES) {
      long length = Math.min(PART_BYTES, file.bytes() - start);
      parts.add(new Part(file, start, length, length));
    }
    return parts;
  }

  /**
   * Rows of a Parquet file, through Spark's reader; stamps with a zone become seconds. A file that
   * is no Parquet file or lacks a needed column brings a report and no row.
   */
  private JavaRDD<Row> parquet(LogFile file) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    try {
      Dataset<Row> table = spark.read().parquet(file.location());
      LogHeader header = new LogHeader(file.format(), List.of(table.columns()));
      if (header.faults().isEmpty()) {
        return parquet(file, table, header);
      }
      setApart(file, String.join("; ", header.faults()), false);
    } catch (Exception e) {
      setApart(file, "not a readable Parquet file: " + firstLine(e), true);
    }
    return context.emptyRDD();
  }

  private void setApart(LogFile file, String failure, boolean headerFits) {
    SplitReport report = new SplitReport(file.path(), 0);
    report.failure = failure;
    report.headerFits = headerFits;
    reports.add(Map.of(key(file, 0), report));
  }

  private static String firstLine(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }

  private JavaRDD<Row> parquet(LogFile file, Dataset<Row> table, LogHeader header) {
    List<String> columns = new ArrayList<>();
    for (String ours : LogHeader.FIELDS) {
      int place = header.place(ours);
      columns.add(place < 0 ? "''" : text(table, table.columns()[place]));
    }
    Broadcast<MeterLookup> known = meters;
    KeyedAccumulator<SplitReport> splits = reports;
    Broadcast<SerializableConfiguration> fileSystem = hadoop;
    List<String> unused = header.unused();
    return table
        .selectExpr(columns.toArray(String[]::new))
        .javaRDD()
        .mapPartitionsWithIndex(
            (index, rows) -> parquet(file, index, rows, unused, known, splits, fileSystem), true);
  }

  private static String text(Dataset<Row> table, String column) {
    boolean stamp = table.schema().apply(column).dataType().equals(DataTypes.TimestampType);
    return (stamp
            ? "date_format(`%s`, \"yyyy-MM-dd HH:mm:ss'Z'\")"
            : "coalesce(cast(`%s` as string), '')")
        .formatted(column);
  }

  private static Iterator<Row> parquet(
      LogFile file,
      int index,
      Iterator<Row> rows,
      List<String> unused,
      Broadcast<MeterLookup> meters,
      KeyedAccumulator<SplitReport> reports,
      Broadcast<SerializableConfiguration> hadoop) {
    long start = (long) index * PARQUET_ROWS;
    SplitReport report = new SplitReport(file.path(), start);
    report.unused.addAll(unused);
    LogSplitReader reader =
        new LogSplitReader(file, meters.value(), report, hadoop.value().value());
    List<Row> blocks;
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        report.lines++;
        reader.takeTexts(
            row.toString(),
            row.getString(0),
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5));
      }
      blocks = reader.blocks(start);
    } catch (RuntimeException e) {
      blocks = reader.setApart(e);
    }
    reports.add(Map.of(key(file, start), report));
    return blocks.iterator();
  }
}
