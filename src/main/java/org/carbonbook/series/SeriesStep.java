package org.carbonbook.series;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.notice.Notice;
import org.carbonbook.series.AnalysisRows.Output;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * The series of all indicators and their statistics: trends, growth, decoupling, driver models,
 * forecasts. One pass over the figures, region by region. Method: {@code docs/methods/industry.md}.
 */
final class SeriesStep implements Step {

  private static final String OBSERVATION = "core.observation";

  @Override
  public String name() {
    return "series";
  }

  @Override
  public List<String> reads() {
    return List.of(OBSERVATION);
  }

  @Override
  public List<String> writes() {
    return Arrays.stream(Output.values()).map(Output::table).toList();
  }

  @Override
  public List<String> configuration() {
    List<String> files = new ArrayList<>(List.of("industry", "scenarios"));
    files.addAll(SeriesNames.FILES);
    return files;
  }

  @Override
  public StepResult run(StepContext context) {
    List<Notice> notices = new ArrayList<>();
    // The industry step reports what does not fit in the configuration of industries.
    SeriesRules rules = SeriesRules.read(context.configuration().folder(), new ArrayList<>());
    Dataset<Row> observations =
        context
            .read(OBSERVATION)
            .select(Observation.COLUMNS.stream().map(c -> col(c)).toArray(Column[]::new))
            .where(
                "region_code IS NOT NULL AND year IS NOT NULL AND canonical_value IS NOT NULL"
                    + " AND NOT isnan(canonical_value)");
    Dataset<Row> rows =
        RegionGroups.analyse(observations, rules).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<Output, Long> written = new EnumMap<>(Output.class);
      for (Output output : Output.values()) {
        written.put(output, context.replace(output.table(), part(rows, output.column())).rows());
      }
      part(rows, AnalysisRows.NOTICE)
          .sort("place", "code", "message")
          .collectAsList()
          .forEach(row -> notices.add(notice(row)));
      long all = written.values().stream().mapToLong(Long::longValue).sum();
      return new StepResult(written.get(Output.POINT), all, 0, 0, notices);
    } finally {
      rows.unpersist();
    }
  }

  private static Dataset<Row> part(Dataset<Row> rows, String column) {
    return rows.where(col(column).isNotNull()).select(column + ".*");
  }

  private static Notice notice(Row row) {
    return Notice.of(
        SeriesNotice.valueOf(row.getAs("code")),
        row.getAs("place"),
        row.getAs("message"),
        row.getAs("remedy"));
  }
}
