package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.KeptRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.NoticeRules;
import org.carbonbook.step.StepContext;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.LayoutFiles;

/**
 * Figures that were read without a fault and yet cannot be published: they contradict another print
 * of the same figure, or their size cannot be right. {@code conf/severity.csv} can lower the second
 * kind to a warning.
 */
final class FaultyFigures {

  private final Dataset<Row> rows;
  private final List<Notice> notices;

  private FaultyFigures(Dataset<Row> rows, List<Notice> notices) {
    this.rows = rows;
    this.notices = notices;
  }

  /**
   * Finds them. A table that is not complete without one of them is held as a whole.
   *
   * @param figures what accepted tables print
   * @param held receives the tables that are held as a whole
   */
  static FaultyFigures find(StepContext context, Dataset<Row> figures, HeldTables held) {
    Path conf = context.configuration().folder();
    Dataset<Row> found =
        Conflicts.find(Conflicts.ranked(figures))
            .unionByName(new Plausibility(conf).find(figures))
            .groupBy("observation_id")
            .agg(min(struct("code", "what")).as("fault"))
            .select("observation_id", "fault.code", "fault.what");
    Dataset<Row> all = KeptRows.of(figures.join(broadcast(found), "observation_id"));
    NoticeRules rules = NoticeRules.read(conf);
    Set<String> whole = wholeLayouts(conf);
    List<Notice> notices = new ArrayList<>();
    Column tolerated = lit(false);
    for (Row group : groups(all)) {
      Notice notice = rules.apply(notice(group));
      notices.add(notice);
      if (notice.severity() != Severity.ERROR) {
        tolerated = tolerated.or(isOf(group));
        continue;
      }
      String layout = group.getAs("layout");
      HeldTables.HeldTable table =
          new HeldTables.HeldTable(
              group.getAs("path"), group.getAs("sheet"), layout, notice.code());
      if (whole.contains(layout)) {
        held.add(table);
      } else {
        held.addPart(table);
      }
    }
    return new FaultyFigures(all.where(tolerated.equalTo(false)), notices);
  }

  private static Set<String> wholeLayouts(Path conf) {
    try {
      return LayoutFiles.load(conf.resolve("layouts")).stream()
          .filter(layout -> layout.badCell() == Layout.BadCell.FAILS_TABLE)
          .map(Layout::name)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Column isOf(Row group) {
    return col("path")
        .equalTo(group.<String>getAs("path"))
        .and(col("sheet").equalTo(group.<String>getAs("sheet")))
        .and(col("code").equalTo(group.<String>getAs("code")))
        .and(col("region_code").equalTo(group.<String>getAs("region_code")))
        .and(col("indicator").equalTo(group.<String>getAs("indicator")));
  }

  /** One row per table, kind of fault, region and indicator. */
  private static List<Row> groups(Dataset<Row> all) {
    return all.groupBy("path", "sheet", "layout", "code", "region_code", "indicator")
        .agg(count(lit(1)).as("figures"), min(struct("cell", "what")).as("first"))
        .sort("path", "sheet", "code", "region_code", "indicator")
        .collectAsList();
  }

  private static Notice notice(Row group) {
    Row first = group.getAs("first");
    ObservationNotice code = ObservationNotice.valueOf(group.getAs("code"));
    return Notice.of(
        code,
        "%s!%s!%s"
            .formatted(group.getAs("path"), group.getAs("sheet"), first.<String>getAs("cell")),
        "%d figure(s) are not published: %s"
            .formatted(group.<Long>getAs("figures"), first.<String>getAs("what")),
        code.remedy());
  }

  /** The figures, with {@code code} and {@code what}. */
  Dataset<Row> rows() {
    return rows;
  }

  List<Notice> listNotices() {
    return notices;
  }

  /** The figures without these. */
  Dataset<Row> without(Dataset<Row> figures) {
    return notices.isEmpty()
        ? figures
        : figures.join(
            broadcast(rows.select("observation_id")), new String[] {"observation_id"}, "left_anti");
  }

  /** What was published before in place of held tables and of these figures. */
  Dataset<Row> lastGood(HeldTables held, Dataset<Row> published) {
    Dataset<Row> ofTables = held.lastGood(published);
    if (notices.isEmpty()) {
      return ofTables;
    }
    Dataset<Row> keys =
        rows.select(Conflicts.KEY.stream().map(name -> col(name)).toArray(Column[]::new))
            .distinct();
    Column same = lit(true);
    for (String name : Conflicts.KEY) {
      same = same.and(published.col(name).eqNullSafe(keys.col(name)));
    }
    return ofTables
        .unionByName(published.join(broadcast(keys), same, "left_semi"))
        .dropDuplicates("observation_id");
  }
}
