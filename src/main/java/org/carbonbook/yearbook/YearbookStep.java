package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.carbonbook.intake.PathClaims;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.Archive;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.NoticeRules;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.YearbookReader;

/**
 * Reads yearbook files into cells. The unit of work is a file's content: it is read again when its
 * path, the facts stated beside it, the layouts, the code lists, the code or one of the crosswalks
 * that its tables use change. The files are spread over Spark tasks.
 */
final class YearbookStep implements Step {

  private static final String CROSSWALKS = "crosswalks";
  private static final List<String> SHARED_CONFIGURATION =
      List.of(
          "layouts",
          "bases.csv",
          "fuels.csv",
          "indicators.csv",
          "items.csv",
          "reading.yaml",
          "regions.csv",
          "sectors.csv",
          NoticeRules.FILE,
          "units.csv");
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
    return List.of(ReadingRows.CELL, ReadingRows.TABLE, WorkUnits.table(name()));
  }

  @Override
  public List<String> configuration() {
    List<String> all = new ArrayList<>(SHARED_CONFIGURATION);
    all.add(CROSSWALKS);
    all.add(PathClaims.FOLDER);
    return all;
  }

  @Override
  public StepResult run(StepContext context) {
    YearbookReader reader = load(context);
    Map<String, YearbookFile> files = YearbookFile.byHash(YearbookFile.listCurrent(context));
    WorkUnits units = WorkUnits.open(context, this, SHARED_CONFIGURATION);
    Set<String> stale = new TreeSet<>(units.stale(inputs(context, reader, files)));
    Set<String> replaced = ofOtherKinds(context, units.names(), files.keySet());
    replaced.addAll(stale);
    long cells = 0;
    if (!replaced.isEmpty() || !context.lake().table(ReadingRows.TABLE).exists()) {
      Map<String, List<Notice>> notices = new HashMap<>();
      List<YearbookFile> read = stale.stream().map(files::get).toList();
      cells = read(context, reader, read, replaced, notices);
      // Which crosswalks a file uses is known once its layouts are.
      units.stale(inputs(context, reader, files));
      stale.forEach(
          hash ->
              units.done(hash, files.get(hash).atEveryPath(notices.getOrDefault(hash, List.of()))));
    }
    units.forgetAllBut(files.keySet());
    units.save();
    List<Notice> all = new ArrayList<>(reader.listConfigurationNotices());
    all.addAll(inOrder(units.notices()));
    return new StepResult(files.size(), cells, 0, files.size() - stale.size(), all);
  }

  private static List<Notice> inOrder(List<Notice> notices) {
    return notices.stream()
        .sorted(
            Comparator.comparing(Notice::place)
                .thenComparing(Notice::code)
                .thenComparing(Notice::message))
        .toList();
  }

  /** What each unit follows from besides the shared configuration. */
  private static Map<String, String> inputs(
      StepContext context, YearbookReader reader, Map<String, YearbookFile> files) {
    Map<String, Set<String>> crosswalks = new HashMap<>();
    context
        .readOrEmpty(ReadingRows.TABLE)
        .where(col("layout").isNotNull())
        .select("source_hash", "layout")
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                crosswalks
                    .computeIfAbsent(row.getString(0), hash -> new TreeSet<>())
                    .addAll(reader.listCrosswalks(row.getString(1))));
    Map<String, String> inputs = new TreeMap<>();
    files.forEach(
        (hash, file) ->
            inputs.put(hash, file.input(digest(context, crosswalks.getOrDefault(hash, Set.of())))));
    return inputs;
  }

  private static String digest(StepContext context, Collection<String> crosswalks) {
    return context
        .configuration()
        .digest(crosswalks.stream().map(file -> CROSSWALKS + "/" + file).toList());
  }

  /**
   * Reads files into cells and tables.
   *
   * @param replaced the contents whose rows of an earlier reading are removed
   */
  private static long read(
      StepContext context,
      YearbookReader reader,
      List<YearbookFile> files,
      Set<String> replaced,
      Map<String, List<Notice>> notices) {
    JavaRDD<FileRows> readings =
        readings(context, reader, files).persist(StorageLevel.MEMORY_AND_DISK());
    long cells =
        write(context, ReadingRows.CELL, readings.flatMap(r -> r.cells().iterator()), replaced);
    write(context, ReadingRows.TABLE, readings.flatMap(r -> r.tables().iterator()), replaced);
    readings.map(FileRows::withoutRows).collect().forEach(r -> notices.put(r.hash(), r.notices()));
    readings.unpersist();
    return cells;
  }

  /** The contents that were read as yearbooks and that another kind of input claims by now. */
  private static Set<String> ofOtherKinds(
      StepContext context, Set<String> read, Set<String> yearbooks) {
    Set<String> others = new TreeSet<>();
    for (Row file : SourceFiles.current(context)) {
      String hash = file.getAs("source_hash");
      if (read.contains(hash) && !yearbooks.contains(hash)) {
        others.add(hash);
      }
    }
    return others;
  }

  /** What was read of one file. */
  private record FileRows(String hash, List<Row> cells, List<Row> tables, List<Notice> notices)
      implements Serializable {

    FileRows withoutRows() {
      return new FileRows(hash, List.of(), List.of(), notices);
    }
  }

  private static JavaRDD<FileRows> readings(
      StepContext context, YearbookReader reader, List<YearbookFile> files) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
    Broadcast<YearbookReader> readers = spark.broadcast(reader);
    String archive = new Archive(context.lake()).folder().toString();
    SerializableConfiguration hadoop =
        new SerializableConfiguration(context.spark().sparkContext().hadoopConfiguration());
    ReadingRows rows = new ReadingRows();
    int tasks = Math.max(1, Math.min(files.size(), Math.max(2, files.size() / FILES_PER_TASK)));
    return spark
        .parallelize(files, tasks)
        .map(
            file -> {
              String hash = file.sourceHash();
              Path content = Archive.location(new Path(archive), hash);
              FileReading reading = read(readers.value(), file, content, hadoop);
              return new FileRows(
                  hash,
                  rows.cells(hash, reading),
                  rows.tables(hash, reading),
                  reading.listNotices());
            });
  }

  private static FileReading read(
      YearbookReader reader, YearbookFile file, Path content, SerializableConfiguration hadoop) {
    if (file.bytes() > reader.maxFileBytes()) {
      return reader.tooLarge(file.path(), file.bytes());
    }
    try (InputStream in = content.getFileSystem(hadoop.value()).open(content)) {
      return reader.read(file.path(), in.readAllBytes(), file.hints());
    } catch (IOException e) {
      throw new UncheckedIOException(content + ": " + e.getMessage(), e);
    }
  }

  /**
   * Replaces the rows of some contents by those of a reading. Rows of contents that a path no
   * longer has stay, because the cells of a held table are among them.
   */
  private static long write(
      StepContext context, String name, JavaRDD<Row> readings, Set<String> replaced) {
    TableDefinition definition = TableDefinition.getDefinition(name);
    Dataset<Row> rows = context.spark().createDataFrame(readings, definition.schema());
    LakeTable table = context.lake().table(name);
    if (!table.exists()) {
      return context.replace(name, rows).rows();
    }
    Column ofReplaced = col("source_hash").isin(replaced.toArray());
    Dataset<Row> before = table.read();
    return before.where(ofReplaced).isEmpty()
        ? context.append(name, rows).rows()
        : context.replace(name, before.where(not(ofReplaced)).unionByName(rows, true)).rows();
  }

  private static YearbookReader load(StepContext context) {
    try {
      return YearbookReader.load(context.configuration().folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
