package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.carbonbook.intake.PathClaims;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.source.Archive;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.CodeVersion;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.ReadingHints;
import org.carbonbook.yearbook.read.YearbookReader;

/**
 * Reads yearbook files into cells: those only that this version of layouts and code has not read
 * yet. The files are spread over Spark tasks, one row of work each.
 */
public final class YearbookStep implements Step {

  private static final String CELL = "raw.cell";
  private static final String TABLE = "raw.yearbook_table";
  private static final String NOTICE = "raw.reading_notice";
  private static final int FILES_PER_TASK = 8;

  @Override
  public String name() {
    return "yearbook";
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE);
  }

  @Override
  public List<String> writes() {
    return List.of(CELL, TABLE, NOTICE);
  }

  @Override
  public List<String> configuration() {
    return List.of(
        "layouts",
        "crosswalks",
        "bases.csv",
        "fuels.csv",
        "indicators.csv",
        "items.csv",
        "reading.yaml",
        "regions.csv",
        "sectors.csv",
        "units.csv");
  }

  @Override
  public String outsideState(StepContext context) {
    return context.configuration().digest(List.of(PathClaims.FOLDER));
  }

  @Override
  public StepResult run(StepContext context) {
    String reader = readerVersion(context);
    Dataset<Row> files = yearbookFiles(context);
    Dataset<Row> unread = unread(context, files, reader).persist(StorageLevel.MEMORY_ONLY());
    long total = files.count();
    long work = unread.count();
    long written = 0;
    if (work > 0 || !context.lake().table(TABLE).exists()) {
      written = read(context, unread, work, reader);
    }
    unread.unpersist();
    return new StepResult(total, written, 0, total - work, notices(context, files, reader));
  }

  /** Reads files and writes what was found; the table of tables last, as it says what is read. */
  private static long read(StepContext context, Dataset<Row> files, long count, String reader) {
    Dataset<Row> readings =
        readings(context, files, count, reader).persist(StorageLevel.MEMORY_AND_DISK());
    long cells = write(context, readings, "cells", CELL, reader);
    write(context, readings, "notices", NOTICE, reader);
    write(context, readings, "tables", TABLE, reader);
    readings.unpersist();
    return cells;
  }

  private static Dataset<Row> readings(
      StepContext context, Dataset<Row> files, long count, String reader) {
    Broadcast<YearbookReader> yearbooks = broadcast(context);
    Archive archive = new Archive(context.lake());
    String folder = archive.folder().toString();
    SerializableConfiguration hadoop =
        new SerializableConfiguration(context.spark().sparkContext().hadoopConfiguration());
    int tasks = (int) Math.max(1, Math.min(count, Math.max(2, count / FILES_PER_TASK)));
    return files
        .repartition(tasks, col("source_hash"))
        .map(
            (MapFunction<Row, Row>)
                file -> {
                  Path path = Archive.location(new Path(folder), file.getAs("source_hash"));
                  FileReading reading = read(yearbooks.value(), file, path, hadoop);
                  return ReadingRows.of(file.getAs("source_hash"), reading, reader);
                },
            Encoders.row(ReadingRows.schema()));
  }

  private static FileReading read(
      YearbookReader reader, Row file, Path content, SerializableConfiguration hadoop) {
    long bytes = file.getAs("bytes");
    String path = file.getAs("path");
    if (bytes > reader.maxFileBytes()) {
      return reader.tooLarge(path, bytes);
    }
    try (InputStream in = content.getFileSystem(hadoop.value()).open(content)) {
      return reader.read(
          path, in.readAllBytes(), new ReadingHints(file.getAs("region"), file.getAs("year")));
    } catch (IOException e) {
      throw new UncheckedIOException(content + ": " + e.getMessage(), e);
    }
  }

  private static Broadcast<YearbookReader> broadcast(StepContext context) {
    try {
      YearbookReader reader = YearbookReader.load(context.configuration().folder());
      return org.apache.spark.api.java.JavaSparkContext.fromSparkContext(
              context.spark().sparkContext())
          .broadcast(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Writes one part of the readings; rows of another reader are replaced, ours are added to. */
  private static long write(
      StepContext context, Dataset<Row> readings, String part, String table, String reader) {
    Dataset<Row> rows = readings.select(explode(col(part)).as("r")).select("r.*");
    if (!isOf(reader, context, table)) {
      return context.replace(table, rows).rows();
    }
    Dataset<Row> there = context.read(table).select("source_hash").distinct();
    return context.append(table, rows.join(there, "source_hash", "left_anti")).rows();
  }

  /** Whether all rows of a table are of this reader. */
  private static boolean isOf(String reader, StepContext context, String table) {
    return context.lake().table(table).exists()
        && context.read(table).where(col("reader").notEqual(reader)).isEmpty();
  }

  private static Dataset<Row> unread(StepContext context, Dataset<Row> files, String reader) {
    Dataset<Row> read =
        context
            .readOrEmpty(TABLE)
            .where(col("reader").equalTo(reader))
            .select("source_hash")
            .distinct();
    return files.join(read, "source_hash", "left_anti");
  }

  /** The files that count now and that may be yearbooks, one row per content. */
  private static Dataset<Row> yearbookFiles(StepContext context) {
    PathClaims logs = PathClaims.read(context.configuration().folder());
    return SourceFiles.readCurrent(context)
        .where(lower(col("path")).rlike("\\.(xls|xlsx|csv)$"))
        .filter((FilterFunction<Row>) file -> !logs.claims(file.getAs("path")))
        .dropDuplicates("source_hash");
  }

  private static List<Notice> notices(StepContext context, Dataset<Row> files, String reader) {
    return context
        .readOrEmpty(NOTICE)
        .where(col("reader").equalTo(reader))
        .join(files.select("source_hash"), "source_hash", "left_semi")
        .sort("place", "code", "message")
        .collectAsList()
        .stream()
        .map(YearbookStep::notice)
        .toList();
  }

  private static Notice notice(Row row) {
    return new Notice(
        row.getAs("code"),
        Severity.valueOf(row.getAs("severity")),
        row.getAs("place"),
        row.getAs("message"),
        row.getAs("remedy"));
  }

  private String readerVersion(StepContext context) {
    String configuration = context.configuration().digest(configuration());
    return CodeVersion.of(getClass()) + "-" + configuration.substring(0, 12);
  }
}
