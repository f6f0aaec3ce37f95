package org.carbonbook.industry;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * The series of all indicators and what a statistician says of them: trends, growth, decoupling,
 * driver models, forecasts, and the accounts of the high-energy industries. One pass over the
 * figures, region by region. Method: {@code docs/methods/industry.md}.
 */
public final class IndustryStep implements Step {

  private static final String OBSERVATION = "core.observation";
  private static final String SERIES = "core.series";
  private static final String STATISTIC = "core.series_statistic";

  @Override
  public String name() {
    return "industry";
  }

  @Override
  public List<String> reads() {
    return List.of(OBSERVATION);
  }

  @Override
  public List<String> writes() {
    return List.of(SERIES, STATISTIC);
  }

  @Override
  public List<String> configuration() {
    return List.of("industry", "scenarios", "sectors.csv", "regions.csv");
  }

  @Override
  public StepResult run(StepContext context) {
    List<Notice> notices = new ArrayList<>();
    IndustryRules rules = IndustryRules.read(context.configuration().folder(), notices);
    Dataset<Row> observations =
        context
            .read(OBSERVATION)
            .select(
                Observation.COLUMNS[0],
                java.util.Arrays.copyOfRange(Observation.COLUMNS, 1, Observation.COLUMNS.length))
            .where(
                "region_code IS NOT NULL AND year IS NOT NULL AND canonical_value IS NOT NULL"
                    + " AND NOT isnan(canonical_value)");
    Dataset<Row> rows =
        RegionGroups.analyse(observations, rules).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      CommitInfo series = context.replace(SERIES, points(rows));
      CommitInfo statistics = context.replace(STATISTIC, statistics(rows));
      kind(rows, Kind.NOTICE)
          .select("notice.*")
          .sort("place", "code", "message")
          .collectAsList()
          .forEach(row -> notices.add(notice(row)));
      long written = series.rows() + statistics.rows();
      return new StepResult(series.rows(), written, 0, 0, notices);
    } finally {
      rows.unpersist();
    }
  }

  private static Dataset<Row> points(Dataset<Row> rows) {
    return kind(rows, Kind.POINT)
        .select(col("region_code"), col("series"), col(Kind.POINT.column() + ".*"));
  }

  private static Dataset<Row> statistics(Dataset<Row> rows) {
    return rows.where(
        col("kind").notEqual(Kind.POINT.column()).and(col("kind").notEqual(Kind.NOTICE.column())));
  }

  private static Dataset<Row> kind(Dataset<Row> rows, Kind kind) {
    return rows.where(col("kind").equalTo(kind.column()));
  }

  private static Notice notice(Row row) {
    return Notice.of(
        IndustryNotice.valueOf(row.getAs("code")),
        row.getAs("place"),
        row.getAs("message"),
        row.getAs("remedy"));
  }
}
