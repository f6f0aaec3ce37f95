package org.carbonbook.industry;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * The accounts of the high-energy industries, of their sets and of all industry, from the series of
 * each region. Method: {@code docs/methods/industry.md}.
 */
final class IndustryStep implements Step {

  private static final String SERIES = "core.series";

  @Override
  public String name() {
    return "industry";
  }

  @Override
  public List<String> reads() {
    return List.of(SERIES);
  }

  @Override
  public List<String> writes() {
    return List.of(Accounts.TABLE);
  }

  @Override
  public List<String> configuration() {
    return List.of("industry", "sectors.csv");
  }

  @Override
  public StepResult run(StepContext context) {
    List<Notice> notices = new ArrayList<>();
    Path conf = context.configuration().folder();
    IndustryRules rules = IndustryRules.read(conf, notices);
    Column[] columns = AccountSeries.COLUMNS.stream().map(c -> col(c)).toArray(Column[]::new);
    Dataset<Row> series =
        context
            .read(SERIES)
            .where(col("indicator").isin(AccountMeasure.listIndicators().toArray()))
            .select(columns);
    CommitInfo written = context.replace(Accounts.TABLE, accounts(series, rules));
    return new StepResult(written.rows(), written.rows(), 0, 0, notices);
  }

  /** The accounts of all regions; the figures of one region must fit in the memory of one task. */
  private static Dataset<Row> accounts(Dataset<Row> series, IndustryRules rules) {
    MapFunction<Row, String> region = row -> row.getAs("region_code");
    FlatMapGroupsFunction<String, Row, Row> accounts =
        (code, rows) ->
            new Accounts(rules, code, AccountSeries.list(listed(rows))).list().iterator();
    return series
        .groupByKey(region, Encoders.STRING())
        .flatMapGroups(accounts, Encoders.row(Accounts.ROWS.schema()));
  }

  private static List<Row> listed(Iterator<Row> rows) {
    List<Row> list = new ArrayList<>();
    rows.forEachRemaining(list::add);
    return list;
  }
}
