package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
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
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.read.TableReading;

/**
 * Turns the figures of accepted tables into observations. A figure that one edition prints twice in
 * the same kind of table counts once; where the two differ, the later one is rejected and nothing
 * is released until one of the files is corrected.
 */
public final class ObservationStep implements Step {

  private static final String NAME = "observation";
  private static final String OBSERVATION = "core.observation";
  private static final String CELL = "raw.cell";
  private static final int ID_LENGTH = 16;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE, CELL);
  }

  @Override
  public List<String> writes() {
    return List.of(OBSERVATION, WorkUnits.table(NAME));
  }

  @Override
  public List<String> configuration() {
    return List.of(Priorities.FILE, "indicators.csv");
  }

  @Override
  public StepResult run(StepContext context) {
    Priorities priorities = Priorities.read(context.configuration().folder());
    WorkUnits units = WorkUnits.open(context, this);
    units.stale(Map.of(OBSERVATION, inputs(context)));
    Dataset<Row> ranked =
        ranked(figures(context, priorities)).persist(StorageLevel.MEMORY_AND_DISK());
    CommitInfo commit = context.replace(OBSERVATION, ranked.where(col("_rank").equalTo(1)));
    List<Notice> notices = new ArrayList<>();
    repeated(ranked).collectAsList().forEach(row -> notices.add(notice(row)));
    undeclared(ranked, priorities).ifPresent(notices::add);
    Dataset<Row> rejects = rejects(context, ranked).persist(StorageLevel.MEMORY_AND_DISK());
    long rejected = rejects.count();
    units.done(OBSERVATION, notices, rejects);
    units.save();
    rejects.unpersist();
    ranked.unpersist();
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

  private static Dataset<Row> figures(StepContext context, Priorities priorities) {
    Dataset<Row> cells =
        context
            .read(CELL)
            .where(
                col("class")
                    .equalTo(CellClass.DATA.name())
                    .and(col("status").equalTo(TableReading.ACCEPTED)));
    List<String> editions =
        SourceFiles.current(context).stream().map(row -> row.<String>getAs("edition")).toList();
    return withFile(context, cells)
        .withColumn("observation_id", id())
        .withColumn("indicator_rank", rank(col("indicator"), priorities.indicators()))
        .withColumn("edition_rank", rank(col("edition"), priorities.rank(editions)))
        .withColumnRenamed("text", "printed");
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
                "%d edition(s) have no rank and count after all others, by name: %s"
                    .formatted(undeclared.size(), String.join("; ", undeclared)),
                "add a line 'edition,NAME,RANK,REASON' for each edition that shares figures with"
                    + " another"));
  }

  /** Cells of the files that count now, with path and edition. */
  private static Dataset<Row> withFile(StepContext context, Dataset<Row> cells) {
    Dataset<Row> files =
        SourceFiles.readCurrent(context)
            .groupBy("source_hash", "edition")
            .agg(min("path").as("path"), Origin.weakest(col("origin")).as("origin"));
    return cells.join(broadcast(files), "source_hash");
  }

  private static Column id() {
    Column place = concat_ws("|", col("source_hash"), col("edition"), col("sheet"), col("cell"));
    return substring(sha2(place.cast("binary"), 256), 1, ID_LENGTH);
  }

  /** Adds {@code _rank}, 1 for the figure that counts, and what that one says. */
  private static Dataset<Row> ranked(Dataset<Row> figures) {
    WindowSpec same =
        Window.partitionBy(
                "layout",
                "edition",
                "region_code",
                "year",
                "indicator",
                "sector",
                "item",
                "unit",
                "basis")
            .orderBy("path", "sheet", "row", "column");
    return figures
        .withColumn("_rank", row_number().over(same))
        .withColumn("_value", first("value").over(same))
        .withColumn("_path", first("path").over(same))
        .withColumn("_cell", first("cell").over(same));
  }

  /** One row per pair of places: how many figures they repeat, and how many of them differ. */
  private static Dataset<Row> repeated(Dataset<Row> ranked) {
    return ranked
        .where(col("_rank").gt(1))
        .withColumn("differs", col("value").notEqual(col("_value")))
        .groupBy("edition", "path", "sheet", "_path", "differs")
        .agg(
            count(lit(1)).as("figures"),
            min("cell").as("cell"),
            first("printed").as("printed"),
            first("_cell").as("first_cell"),
            first("_value").as("first_value"))
        .sort("path", "sheet", "_path", "differs");
  }

  private static Notice notice(Row row) {
    String place = "%s!%s!%s".formatted(row.getAs("path"), row.getAs("sheet"), row.getAs("cell"));
    boolean differs = row.getAs("differs");
    String message =
        "%d figures are also printed in %s, in edition %s%s"
            .formatted(
                row.<Long>getAs("figures"),
                row.getAs("_path"),
                row.getAs("edition"),
                differs
                    ? "; one is %s here and %s there"
                        .formatted(row.getAs("printed"), row.getAs("first_value"))
                    : "");
    return differs
        ? Notice.of(
            ObservationNotice.CONFLICTING_FIGURES,
            place,
            message,
            "replace the file whose figure is wrong by a corrected one of the same name, or state"
                + " different editions in their .source.yaml; until then nothing is released")
        : Notice.of(
            ObservationNotice.REPEATED_FIGURES,
            place,
            message,
            "nothing to do: each figure counts once");
  }

  /** What is printed as a figure and does not count, with its reason and its text. */
  private static Dataset<Row> rejects(StepContext context, Dataset<Row> ranked) {
    Dataset<Row> conflicting =
        ranked
            .where(col("_rank").gt(1).and(col("value").notEqual(col("_value"))))
            .withColumn("reason", lit(ObservationNotice.CONFLICTING_FIGURES.name()))
            .select("path", "sheet", "cell", "reason", "printed");
    return conflicting
        .union(unusable(context))
        .select(
            lit(OBSERVATION).as("table"),
            concat_ws("!", col("path"), col("sheet"), col("cell")).as("place"),
            col("reason"),
            col("printed").as("text"));
  }

  /**
   * Cells that could not be read as the figures they should be, and the figures of failed tables.
   */
  private static Dataset<Row> unusable(StepContext context) {
    Column failed =
        col("class").equalTo(CellClass.DATA.name()).and(col("status").equalTo(TableReading.FAILED));
    return withFile(context, context.read(CELL))
        .where(col("class").equalTo(CellClass.BAD.name()).or(failed))
        .withColumn("reason", when(failed, lit("TABLE_FAILED")).otherwise(lit("BAD_CELL")))
        .select("path", "sheet", "cell", "reason", "text");
  }
}
