package org.carbonbook.lake;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** A test of a lake: writes a table as steps do, and queries it as marts and readers do. */
public final class LakeCheck {

  private static final TableDefinition TABLE =
      new TableDefinition(
          "core.trial",
          "试写",
          "trial rows",
          List.of("group_code", "number"),
          List.of(),
          List.of(
              new ColumnDefinition("group_code", "string", "组", "group"),
              new ColumnDefinition("number", "int", "序号", "number"),
              new ColumnDefinition("amount", "double", "数量", "amount")),
          null,
          null,
          Map.of(),
          null);

  private static final int ROWS = 1000;
  private static final int GROUPS = 10;

  private final Lake lake;

  public LakeCheck(Lake lake) {
    this.lake = lake;
  }

  /**
   * Writes rows twice, reads the first version and the newest, and sums them by SQL.
   *
   * @return how many rows were written
   * @throws IllegalStateException when what is read is not what was written
   */
  public long run() {
    SparkSession spark = lake.spark();
    LakeTable table = lake.table(TABLE.table());
    CommitInfo first = table.replace(rows(spark), TABLE, new WriteContext("trial", 1, "trial"));
    CommitInfo second = table.append(rows(spark), TABLE, new WriteContext("trial", 2, "trial"));
    table.readAt(first.version()).createOrReplaceTempView("trial_first");
    table.read().createOrReplaceTempView("trial_newest");
    List<Row> sums =
        spark
            .sql(
                """
                select f.group_code, n.amount as newest, sum(f.amount) as first
                from trial_first f
                join (select group_code, sum(amount) as amount from trial_newest group by 1) n
                  on n.group_code = f.group_code
                group by 1, 2 order by 1
                """)
            .collectAsList();
    boolean whole =
        sums.size() == GROUPS
            && sums.stream().allMatch(row -> row.getDouble(1) == 2 * row.getDouble(2));
    if (!whole) {
      throw new IllegalStateException(
          "%s does not give back what was written".formatted(table.location()));
    }
    return first.rows() + second.rows();
  }

  private static Dataset<Row> rows(SparkSession spark) {
    List<Row> rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> RowFactory.create("g" + i % GROUPS, i, (double) i))
            .toList();
    return spark.createDataFrame(rows, TABLE.schema());
  }
}
