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
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.meter.registry.MeterLookup;

/** Reads logs in parallel, in parts of bounded size, into blocks of readings. */
public final class LogReader {

  /** A block: meter, format, building if the format names it, order of arrival, packed readings. */
  public static final StructType BLOCKS =
      new StructType()
          .add("meter_id", DataTypes.StringType)
          .add("format", DataTypes.StringType)
          .add("building_id", DataTypes.StringType)
          .add("arrival", DataTypes.LongType)
          .add("readings", DataTypes.BinaryType);

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
    KeyedAccumulator<SplitReport> told = reports;
    Broadcast<SerializableConfiguration> reach = hadoop;
    JavaRDD<Row> rows =
        context
            .parallelize(bundles, Math.max(1, bundles.size()))
            .flatMap(
                bundle ->
                    bundle.stream()
                        .flatMap(part -> read(part, known, told, reach).stream())
                        .iterator());
    for (LogFile file : files) {
      if (file.format().container() == FileFormat.Container.PARQUET) {
        rows = rows.union(parquet(file));
      }
    }
    return spark.createDataFrame(rows, BLOCKS);
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
    if (!file.isSplittable() || file.bytes() <= PART_BYTES) {
      return List.of(new Part(file, 0, Long.MAX_VALUE / 2, file.bytes()));
    }
    List<Part> parts = new ArrayList<>();
    for (long start = 0; start < file.bytes(); start += PART_BYTES) {
      long length = Math.min(PART_BYTES, file.bytes() - start);
      parts.add(new Part(file, start, length, length));
    }
    return parts;
  }

  /** Rows of a Parquet file, through Spark's reader; stamps with a zone become seconds. */
  private JavaRDD<Row> parquet(LogFile file) {
    Dataset<Row> table = spark.read().parquet(file.location());
    FileFormat format = file.format();
    List<String> columns = new ArrayList<>();
    for (String ours : List.of("meter", "time", "value", "quality", "end")) {
      String printed =
          format.printed(ours).stream()
              .filter(name -> List.of(table.columns()).contains(name))
              .findFirst()
              .orElse(null);
      columns.add(printed == null ? "''" : text(table, printed));
    }
    Broadcast<MeterLookup> known = meters;
    KeyedAccumulator<SplitReport> told = reports;
    Broadcast<SerializableConfiguration> reach = hadoop;
    return table
        .selectExpr(columns.toArray(String[]::new))
        .javaRDD()
        .mapPartitionsWithIndex(
            (index, rows) -> parquet(file, index, rows, known, told, reach), true);
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
      Broadcast<MeterLookup> meters,
      KeyedAccumulator<SplitReport> reports,
      Broadcast<SerializableConfiguration> hadoop) {
    long start = (long) index * PARQUET_ROWS;
    SplitReport report = new SplitReport(file.path(), start);
    LogSplitReader reader =
        new LogSplitReader(file, meters.value(), report, hadoop.value().value());
    while (rows.hasNext()) {
      Row row = rows.next();
      report.lines++;
      reader.takeTexts(
          row.toString(),
          row.getString(0),
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4));
    }
    List<Row> blocks = reader.blocks(start);
    reports.add(Map.of(key(file, start), report));
    return blocks.iterator();
  }
}
