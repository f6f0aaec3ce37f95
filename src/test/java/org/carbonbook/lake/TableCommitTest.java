package org.carbonbook.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.delta.kernel.internal.SnapshotImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark wrote and Delta Kernel committed is a Delta table to Delta's own reader. */
class TableCommitTest {

  private static final List<ColumnDefinition> COLUMNS =
      List.of(
          new ColumnDefinition("id", "bigint", "号", "id"),
          new ColumnDefinition("month", "string", "月", "month"),
          new ColumnDefinition("hours", "array<double>", "时", "hours"));
  private static final TableDefinition DAYS =
      new TableDefinition(
          "core.days",
          "日",
          "days",
          List.of("id"),
          List.of("month"),
          COLUMNS,
          null,
          null,
          Map.of(),
          null);

  @TempDir private Path folder;
  private Lake lake;
  private LakeTable table;

  @BeforeEach
  void open() {
    lake = Lake.open(() -> LakeSession.open("tests"), folder.toString());
    table = lake.table("core.days");
  }

  @Test
  void deltaReadsPartitionsWithAllTheirRows() {
    CommitInfo commit = table.replaceAsOrdered(days(100), DAYS, run(1));

    assertThat(commit).isEqualTo(new CommitInfo(0, "run-1", "meters", 100));
    assertThat(byDelta().count()).isEqualTo(100);
    assertThat(byDelta().where("month = '2023 +%2'").count()).isEqualTo(33);
    assertThat(byDelta().agg(functions.sum("id")).first().getLong(0)).isEqualTo(4950);
    assertThat(table.partitions("month")).containsExactly("2023 +%0", "2023 +%1", "2023 +%2");
  }

  @Test
  void replacingPartitionsKeepsTheOthers() {
    table.replaceAsOrdered(days(100), DAYS, run(1));
    Dataset<Row> one = days(3).where("month = '2023 +%1'");

    table.stage(days(50), DAYS, run(2));
    table.discardStaged(run(2));
    table.replacePartitions(table.stage(one, DAYS, run(2)), "month", Set.of("2023 +%1"), run(2));
    assertThat(byDelta().where("month = '2023 +%1'").count()).isEqualTo(1);
    assertThat(byDelta().count()).isEqualTo(34 + 1 + 33);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                table.replacePartitions(
                    table.stage(one, DAYS, run(3)), "month", Set.of("2023 +%2"), run(3)))
        .withMessageContaining("2023 +%1 would replace those of [2023 +%2]");
    assertThat(table.findVersion()).isEqualTo(OptionalLong.of(1));
    assertThat(table.readAt(0).count()).isEqualTo(100);
  }

  @Test
  void aSecondCommitOfAStepAndRunFails() {
    table.append(days(10), DAYS, run(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> table.append(days(10), DAYS, run(1)))
        .withMessageContaining("step meters wrote it before in run-1");
    assertThat(byDelta().count()).isEqualTo(10);
    table.append(days(10), DAYS, run(2));
    assertThat(byDelta().count()).isEqualTo(20);
  }

  @Test
  void filesThatWereWrittenButNotCommittedAreNoPartOfTheTable() throws IOException {
    table.replaceAsOrdered(days(10), DAYS, run(1));
    new SparkDataFiles(lake.files(), new org.apache.hadoop.fs.Path(table.location()))
        .write(days(10), List.of("month"), run(2));
    assertThat(byDelta().count()).isEqualTo(10);
    try (Stream<Path> all = Files.walk(folder.resolve("core/days/run-2-meters"))) {
      assertThat(all.filter(f -> f.toString().endsWith(".parquet")).count()).isPositive();
    }
  }

  @Test
  void sparkAndKernelFollowEachOther() {
    table.replaceAsOrdered(days(10), DAYS, run(1));
    table.compact(1L << 20);
    table.append(days(2), DAYS, run(2));
    assertThat(byDelta().count()).isEqualTo(12);
    table.restore(OptionalLong.of(0), run(3));
    assertThat(byDelta().count()).isEqualTo(10);
    table.replaceAsOrdered(days(5), DAYS, run(4));
    assertThat(byDelta().count()).isEqualTo(5);
  }

  @Test
  void aWriteReadsTheLogOnce() {
    table.replaceAsOrdered(days(10), DAYS, run(1));
    LogReads log = new LogReads(lake, table);
    WrittenTable written = new WrittenTable(log, lake.files().getConf());
    TableCommit commit = TableCommit.begin(DAYS, written, 0, run(2)).orElseThrow();
    assertThat(written.findSnapshot().orElseThrow().fits(DAYS)).isTrue();
    assertThat(commit.remove(all -> true).commit()).isEqualTo(OptionalLong.of(1));
    assertThat(log.snapshots).isEqualTo(1);
    assertThat(byDelta().count()).isZero();
  }

  /** Counts how often a snapshot is loaded; the list of files of one is another kind of reading. */
  private static final class LogReads extends TableLog {

    private int snapshots;

    LogReads(Lake lake, LakeTable table) {
      super(lake.files(), "core.days", new org.apache.hadoop.fs.Path(table.location()));
    }

    @Override
    <T> T reading(Supplier<T> work) {
      T result = super.reading(work);
      snapshots += result instanceof SnapshotImpl ? 1 : 0;
      return result;
    }
  }

  @Test
  void aTableOfAnOlderVersionTakesTheColumnsOfItsDictionaryAndKeepsItsRows() {
    LakeTable small = lake.table("core.small");
    TableDefinition old = small("id bigint", "name string", "kind string");
    small.appendRows(
        lake.spark().sql("SELECT 1L id, 'a' name, 'k' kind").collectAsList(), old, run(1));

    TableDefinition added =
        small("id bigint", "place string", "name string", "kind string", "at bigint");
    small.appendRows(
        lake.spark().sql("SELECT 2L id, 'p' place, 'b' name, 'k' kind, 5L at").collectAsList(),
        added,
        run(2));
    assertThat(small.read().columns()).containsExactly("id", "place", "name", "kind", "at");

    TableDefinition renamed = small("id bigint", "name string", "place string", "sort string");
    small.appendRows(
        lake.spark().sql("SELECT 3L id, 'c' name, 'q' place, 's' sort").collectAsList(),
        renamed,
        run(3));
    assertThat(small.read().sort("id").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[1,a,null,null]", "[2,b,p,null]", "[3,c,q,s]");
    assertThat(small.rows(renamed)).hasSize(3);
    assertThat(small.readAt(0).columns()).containsExactly("id", "name", "kind");
  }

  @Test
  void theLedgerOfAnOlderVersionTakesTheColumnsAndCommentsOfItsDictionary() {
    TableDefinition now = TableDefinition.getDefinition("ops.step_run");
    List<ColumnDefinition> before =
        now.columns().stream()
            .filter(column -> !column.name().equals("host"))
            .map(c -> new ColumnDefinition(c.name(), c.type(), "旧", "what it 'was' called"))
            .toList();
    TableDefinition old =
        new TableDefinition(
            now.table(),
            now.zh(),
            now.en(),
            now.key(),
            List.of(),
            before,
            null,
            null,
            Map.of(),
            null);
    lake.table(now.table()).appendRows(List.of(), old, run(1));

    List<Object> row = new ArrayList<>(Collections.nCopies(now.columns().size(), null));
    row.set(0, "run-2");
    lake.smallTable(now.table()).append(List.of(row), run(2));

    assertThat(lake.smallTable(now.table()).read())
        .singleElement()
        .satisfies(read -> assertThat(read).containsEntry("run", "run-2").containsKey("host"));
    assertThat(lake.table(now.table()).read().schema()).isEqualTo(now.schema());
  }

  private static TableDefinition small(String... columns) {
    return new TableDefinition(
        "core.small",
        "小",
        "small",
        List.of("id"),
        List.of(),
        Stream.of(columns)
            .map(text -> text.split(" "))
            .map(part -> new ColumnDefinition(part[0], part[1], part[0], part[0]))
            .toList(),
        null,
        null,
        Map.of(),
        null);
  }

  private Dataset<Row> days(long count) {
    return lake.spark()
        .range(count)
        .selectExpr("id", "concat('2023 +%', id % 3) AS month", "array(1.5D, null) AS hours");
  }

  private Dataset<Row> byDelta() {
    return lake.spark().read().format("delta").load(table.location());
  }

  private static WriteContext run(int number) {
    return new WriteContext("run-" + number, number, "meters");
  }
}
