package org.carbonbook.mart;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** Writes the dictionary of the marts, so that each release has the one that belongs to it. */
final class DictionaryStep implements Step {

  @Override
  public String name() {
    return "dictionary";
  }

  @Override
  public List<String> reads() {
    return List.of();
  }

  @Override
  public List<String> writes() {
    return List.of(Dictionary.TABLE);
  }

  @Override
  public List<String> configuration() {
    return List.of("marts", ColumnUnits.FILE);
  }

  @Override
  public StepResult run(StepContext context) {
    ColumnUnits units = ColumnUnits.read(context.configuration().folder());
    List<Row> rows = new ArrayList<>();
    for (MartDefinition mart : MartDefinition.listMarts(context.configuration().folder())) {
      rows.addAll(Dictionary.rows(mart.definition(), mart.reads(), units));
    }
    TableDefinition own = TableDefinition.getDefinition(Dictionary.TABLE);
    rows.addAll(Dictionary.rows(own, List.of("conf/marts"), units));
    CommitInfo commit = context.replace(Dictionary.TABLE, rows);
    return StepResult.of(0, commit.rows());
  }
}
