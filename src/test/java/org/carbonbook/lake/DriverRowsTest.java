package org.carbonbook.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that a step holds, written without Spark: to Spark they are a Delta table like any other.
 */
class DriverRowsTest {

  private static final String NAME = "core.trial";
  private static final List<ColumnDefinition> COLUMNS =
      List.of(
          new ColumnDefinition("meter_id", "string", "表号", "meter"),
          new ColumnDefinition("valid_from", "date", "起", "from"),
          new ColumnDefinition("seen_at", "timestamp", "见", "seen"),
          new ColumnDefinition("count", "bigint", "数", "count"),
          new ColumnDefinition("digits", "int", "位", "digits"),
          new ColumnDefinition("factor", "double", "系数", "factor"),
          new ColumnDefinition("is_known", "boolean", "已知", "known"));
  private static final TableDefinition TRIAL = definition(COLUMNS);
  private static final Date DAY = Date.valueOf("1969-07-20");
  private static final Timestamp INSTANT = Timestamp.valueOf("2024-03-31 01:30:00.123456");

  @TempDir Path folder;
  private Lake lake;
  private LakeTable table;

  private static TableDefinition definition(List<ColumnDefinition> columns) {
    return new TableDefinition(
        NAME, "试", "trial", List.of("meter_id"), List.of(), columns, null, null, Map.of(), null);
  }

  private static Row row(String meter, Number count) {
    return RowFactory.create(meter, DAY, INSTANT, count, 6, 0.5, true);
  }

  private static WriteContext run(int number) {
    return new WriteContext("run-" + number, number, "meters");
  }

  @BeforeEach
  void open() {
    lake = Lake.open(() -> LakeSession.open("tests"), folder.toString());
    table = lake.table(NAME);
  }

  private List<Row> bySpark() {
    return lake.spark()
        .read()
        .format("delta")
        .load(table.location())
        .sort("meter_id")
        .collectAsList();
  }

  @Test
  void sparkReadsWhatWasWrittenWithoutIt() {
    CommitInfo commit =
        table.replaceRows(List.of(row("b", 2L), row("a", 1), row("c", null)), TRIAL, run(1));
    assertThat(commit).isEqualTo(new CommitInfo(0, "run-1", "meters", 3));
    assertThat(bySpark()).containsExactly(row("a", 1L), row("b", 2L), row("c", null));
    assertThat(table.read().schema()).isEqualTo(TRIAL.schema());
    assertThat(table.rows(TRIAL)).isEqualTo(bySpark());
  }

  @Test
  void rowsOfASchemaAreTakenByName() {
    Row row =
        lake.spark()
            .createDataFrame(List.of(row("a", 1L)), TRIAL.schema())
            .select("count", "meter_id")
            .first();
    table.replaceRows(List.of(row), TRIAL, run(1));
    assertThat(bySpark()).containsExactly(RowFactory.create("a", null, null, 1L, null, null, null));
  }

  @Test
  void bothWaysOfWritingFollowEachOther() {
    table.replaceRows(List.of(row("a", 1L)), TRIAL, run(1));
    table.replace(
        lake.spark().createDataFrame(List.of(row("b", 2L), row("c", 3L)), TRIAL.schema()),
        TRIAL,
        run(2));
    table.appendRows(List.of(row("d", 4L)), TRIAL, run(3));
    assertThat(table.rows(TRIAL)).hasSize(3);
    table.replaceRows(List.of(row("e", 5L)), TRIAL, run(4));
    assertThat(table.rows(TRIAL)).containsExactly(row("e", 5L));
    assertThat(bySpark()).containsExactly(row("e", 5L));
    assertThat(table.readAt(table.findVersion().getAsLong() - 1).count()).isEqualTo(3);
    table.restore(OptionalLong.of(0), run(5));
    assertThat(bySpark()).containsExactly(row("a", 1L));
  }

  @Test
  void aSecondWriteOfTheSameRunFails() {
    table.replaceRows(List.of(row("a", 1L)), TRIAL, run(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> table.replaceRows(List.of(row("b", 1L)), TRIAL, run(1)));
    assertThat(bySpark()).containsExactly(row("a", 1L));
  }

  @Test
  void noRowsMakeAnEmptyTable() {
    table.appendRows(List.of(), TRIAL, run(1));
    assertThat(bySpark()).isEmpty();
    assertThat(table.rows(TRIAL)).isEmpty();
    table.replaceRows(List.of(row("a", 1L)), TRIAL, run(2));
    table.replaceRows(List.of(), TRIAL, run(3));
    assertThat(bySpark()).isEmpty();
  }

  @Test
  void manyVersionsGiveCheckpointsAndOldVersionsStayReadable() {
    for (int i = 1; i <= 22; i++) {
      table.replaceRows(List.of(row("m" + i, i)), TRIAL, run(i));
    }
    Path log = folder.resolve("core/trial/_delta_log");
    assertThat(log.resolve("00000000000000000010.checkpoint.parquet")).exists();
    assertThat(log.resolve("00000000000000000020.checkpoint.parquet")).exists();
    assertThat(bySpark()).containsExactly(row("m22", 22L));
    assertThat(table.readAt(3).first()).isEqualTo(row("m4", 4L));
    table.replace(table.read().withColumn("count", functions.lit(0L)), TRIAL, run(23));
    assertThat(table.rows(TRIAL)).containsExactly(row("m22", 0L));
  }

  @Test
  void anotherDefinitionGoesThroughSpark() {
    table.replaceRows(List.of(row("a", 1L)), TRIAL, run(1));
    List<ColumnDefinition> more = new ArrayList<>(COLUMNS);
    more.add(new ColumnDefinition("hours", "array<double>", "时", "hours"));
    TableDefinition other = definition(more);
    Row wide = RowFactory.create("a", DAY, INSTANT, 1L, 6, 0.5, true, new double[] {1, 2});
    table.replaceRows(List.of(wide), other, run(2));
    assertThat(table.read().schema()).isEqualTo(other.schema());
    assertThat(table.rows(other)).hasSize(1);
  }

  @Test
  void partitionsAreListedFromTheLog() {
    TableDefinition byMeter =
        new TableDefinition(
            NAME,
            "试",
            "trial",
            List.of(),
            List.of("meter_id"),
            COLUMNS,
            null,
            null,
            Map.of(),
            null);
    table.replaceRows(List.of(row("b", 2L), row("a", 1L), row("a", 3L)), byMeter, run(1));
    assertThat(table.partitions("meter_id")).containsExactly("a", "b");
  }
}
