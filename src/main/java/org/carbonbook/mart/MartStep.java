package org.carbonbook.mart;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.Lake;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** Builds one mart from its SQL. */
public final class MartStep implements Step {

  private final MartDefinition mart;

  public MartStep(MartDefinition mart) {
    this.mart = mart;
  }

  @Override
  public String name() {
    return mart.table();
  }

  @Override
  public List<String> reads() {
    return mart.reads();
  }

  @Override
  public List<String> writes() {
    return List.of(mart.table());
  }

  @Override
  public List<String> configuration() {
    return List.of("marts/" + mart.file());
  }

  @Override
  public StepResult run(StepContext context) {
    Lake lake = context.lake();
    Dataset<Row> rows = select(lake);
    CommitInfo commit =
        lake.table(mart.table()).replace(rows, mart.definition(), context.writing());
    return StepResult.of(0, commit.rows());
  }

  private Dataset<Row> select(Lake lake) {
    SparkSession session = lake.sessionFor(mart.reads());
    String sql = mart.sql();
    for (String table : mart.reads()) {
      String view = table.replace('.', '_') + "__newest";
      lake.readIn(session, table).createOrReplaceTempView(view);
      sql = sql.replaceAll("(?i)\\b" + table.replace(".", "\\.") + "\\b", view);
    }
    return session.sql(sql);
  }
}
