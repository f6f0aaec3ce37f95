package org.carbonbook.mart;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Runs one check of {@code conf/checks} over the newest marts; each row that it selects becomes an
 * ERROR notice, which holds the release back. A check is skipped while one of its marts is not
 * built yet.
 */
public final class CheckStep implements Step {

  /** More rows than that are counted and not listed. */
  private static final int LISTED = 20;

  private final CheckDefinition check;

  public CheckStep(CheckDefinition check) {
    this.check = check;
  }

  @Override
  public String name() {
    return "check." + check.name();
  }

  @Override
  public List<String> reads() {
    return NewestTables.readBy(check.sql());
  }

  @Override
  public List<String> writes() {
    return List.of();
  }

  @Override
  public List<String> configuration() {
    return List.of("checks/" + check.file());
  }

  @Override
  public StepResult run(StepContext context) {
    if (!reads().stream().allMatch(table -> context.lake().table(table).exists())) {
      return StepResult.of(0, 0);
    }
    Dataset<Row> broken = NewestTables.select(context.lake(), check.sql());
    List<Row> listed = broken.sort("place").limit(LISTED + 1).collectAsList();
    List<Notice> notices =
        listed.stream().limit(LISTED).map(row -> notice(row, listed.size())).toList();
    return new StepResult(0, 0, 0, 0, notices);
  }

  private Notice notice(Row row, int found) {
    return Notice.of(
        MartNotice.MART_CHECK_FAILED,
        row.getAs("place"),
        "%s; the rule: %s (conf/checks/%s)%s; nothing is released"
            .formatted(
                row.getAs("message"),
                check.en(),
                check.file(),
                found > LISTED ? ", broken in more than %d places".formatted(LISTED) : ""),
        "run: carbonbook trace on a row that the notice names; change the rule in conf/checks/%s only if it is wrong"
            .formatted(check.file()));
  }
}
