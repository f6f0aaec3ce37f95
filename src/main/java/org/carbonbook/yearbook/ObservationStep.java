package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.intake.PathClaims;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.KeptRows;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.NoticeRules;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.read.TableReading;

/**
 * Turns the figures of accepted tables into observations. A table that failed keeps the figures
 * that were published before, marked stale; so do figures that contradict each other or whose size
 * cannot be right. Of a table that is not complete without them, nothing new is published. Other
 * tables are not affected.
 */
final class ObservationStep implements Step {

  private static final String NAME = "observation";
  private static final String OBSERVATION = "core.observation";
  private static final String HELD = "core.held_table";
  private static final String CELL = "raw.cell";
  private static final int ID_LENGTH = 16;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE, CELL, ReadingRows.TABLE);
  }

  @Override
  public List<String> writes() {
    return List.of(OBSERVATION, HELD, WorkUnits.table(NAME));
  }

  @Override
  public List<String> configuration() {
    return List.of(
        Priorities.FILE,
        Plausibility.FILE,
        NoticeRules.FILE,
        PathClaims.FOLDER,
        "indicators.csv",
        "layouts");
  }

  @Override
  public StepResult run(StepContext context) {
    Priorities priorities = Priorities.read(context.configuration().folder());
    WorkUnits units = WorkUnits.open(context, this);
    units.stale(Map.of(OBSERVATION, inputs(context)));
    List<Row> files = YearbookFile.listCurrent(context);
    Dataset<Row> figures = KeptRows.of(figures(context, files, priorities));
    HeldTables held = new HeldTables(files, context.rows(ReadingRows.TABLE));
    FaultyFigures faulty = FaultyFigures.find(context, figures, held);
    Dataset<Row> good = faulty.without(held.without(figures));
    Dataset<Row> counting =
        held.listAll().isEmpty()
            ? good
            : good.unionByName(faulty.lastGood(held, published(context, files, priorities)), true);
    Dataset<Row> ranked = KeptRows.of(Conflicts.ranked(counting));
    CommitInfo commit = context.replace(OBSERVATION, ranked.where(col("_rank").equalTo(1)));
    List<Notice> notices = new ArrayList<>(faulty.listNotices());
    notices.addAll(Conflicts.listRepeated(ranked));
    undeclared(ranked, priorities).ifPresent(notices::add);
    notices.addAll(HeldRows.write(context, held, ranked));
    Dataset<Row> rejects =
        rejects(context, files, figures, held, faulty).persist(StorageLevel.MEMORY_AND_DISK());
    long rejected = rejects.count();
    units.done(OBSERVATION, notices, rejects);
    units.save();
    rejects.unpersist();
    return new StepResult(commit.rows() + rejected, commit.rows(), rejected, 0, units.notices());
  }

  /** The unit is the whole table: it follows from the versions of the tables it is made of. */
  private String inputs(StepContext context) {
    Digest digest = new Digest();
    reads()
        .forEach(
            table -> digest.add(table).add(context.lake().table(table).findVersion().toString()));
    return digest.hex();
  }

  private static Dataset<Row> figures(StepContext context, List<Row> files, Priorities priorities) {
    Dataset<Row> cells =
        context
            .read(CELL)
            .where(
                col("class")
                    .equalTo(CellClass.DATA.name())
                    .and(col("status").equalTo(TableReading.ACCEPTED)));
    return withRanks(
        files,
        withFile(context, files, cells)
            .withColumn("observation_id", id())
            .withColumn("stale", lit(false))
            .withColumnRenamed("text", "printed"),
        priorities);
  }

  /** The figures as they stand now, by today's priorities; none before the first run. */
  private static Dataset<Row> published(
      StepContext context, List<Row> files, Priorities priorities) {
    return withRanks(files, context.readOrEmpty(OBSERVATION), priorities)
        .withColumn("stale", lit(true));
  }

  private static Dataset<Row> withRanks(
      List<Row> files, Dataset<Row> figures, Priorities priorities) {
    List<String> editions = files.stream().map(row -> row.<String>getAs("edition")).toList();
    return figures
        .withColumn("indicator_rank", rank(col("indicator"), priorities.indicators()))
        .withColumn("edition_rank", rank(col("edition"), priorities.rank(editions)));
  }

  /** The rank of a column's text; 1 for a text that has none. */
  private static Column rank(Column text, Map<String, Integer> ranks) {
    Column rank = lit(1);
    for (Map.Entry<String, Integer> each : ranks.entrySet()) {
      rank = when(text.equalTo(each.getKey()), each.getValue()).otherwise(rank);
    }
    return rank;
  }

  /** Editions with figures whose place among the others nobody has declared. */
  private static Optional<Notice> undeclared(Dataset<Row> figures, Priorities priorities) {
    List<String> undeclared =
        figures.select("edition").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .filter(edition -> !priorities.isDeclared(edition))
            .sorted()
            .toList();
    return undeclared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Notice.of(
                ObservationNotice.EDITION_UNRANKED,
                "conf/" + Priorities.FILE,
                "%d edition(s) have no rank and count after all others, the later year first: %s"
                    .formatted(undeclared.size(), String.join("; ", undeclared)),
                "add a line 'edition,NAME,RANK,REASON' for each edition that shares figures with"
                    + " another"));
  }

  /** Cells of the files that count now, with path and edition. */
  private static Dataset<Row> withFile(StepContext context, List<Row> files, Dataset<Row> cells) {
    Dataset<Row> byHash =
        SourceFiles.join(context, files)
            .groupBy("source_hash", "edition")
            .agg(min("path").as("path"), Origin.weakest(col("origin")).as("origin"));
    return cells.join(broadcast(byHash), "source_hash");
  }

  private static Column id() {
    Column place = concat_ws("|", col("source_hash"), col("edition"), col("sheet"), col("cell"));
    return substring(sha2(place.cast("binary"), 256), 1, ID_LENGTH);
  }

  /** What is printed as a figure and does not count, with its reason and its text. */
  private static Dataset<Row> rejects(
      StepContext context,
      List<Row> files,
      Dataset<Row> figures,
      HeldTables held,
      FaultyFigures faulty) {
    Dataset<Row> rejected = unusable(context, files);
    if (!held.listAll().isEmpty()) {
      Dataset<Row> ofHeld =
          faulty
              .without(held.of(figures))
              .withColumn("reason", lit("TABLE_HELD"))
              .select("path", "sheet", "cell", "reason", "printed");
      rejected =
          faulty
              .rows()
              .select(
                  col("path"), col("sheet"), col("cell"), col("code").as("reason"), col("printed"))
              .union(ofHeld)
              .union(rejected);
    }
    return rejected.select(
        lit(OBSERVATION).as("table"),
        concat_ws("!", col("path"), col("sheet"), col("cell")).as("place"),
        col("reason"),
        col(rejected.columns()[4]).as("text"));
  }

  /**
   * Cells that could not be read as the figures they should be, and the figures of failed tables.
   */
  private static Dataset<Row> unusable(StepContext context, List<Row> files) {
    Column failed =
        col("class").equalTo(CellClass.DATA.name()).and(col("status").equalTo(TableReading.FAILED));
    return withFile(context, files, context.read(CELL))
        .where(col("class").equalTo(CellClass.BAD.name()).or(failed))
        .withColumn("reason", when(failed, lit("TABLE_FAILED")).otherwise(lit("BAD_CELL")))
        .select("path", "sheet", "cell", "reason", "text");
  }
}
