package org.carbonbook.mart;

import java.util.List;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** Builds one mart from its SQL, and checks its rows against its dictionary. */
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
    LakeTable table = context.lake().table(mart.table());
    CommitInfo commit =
        table.replace(
            NewestTables.select(context.lake(), mart.sql()), mart.definition(), context.writing());
    List<Notice> broken = new ColumnChecks(mart.definition()).run(table.read());
    return new StepResult(0, commit.rows(), 0, 0, broken);
  }
}
