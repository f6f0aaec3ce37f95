package org.carbonbook.step;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.WriteContext;

/**
 * The context of one execution of a step: its lake, configuration and run.
 *
 * @param lake the tables
 * @param configuration the folder of {@code --conf}
 * @param landing the folder of {@code --landing}
 * @param writing on whose behalf the step writes
 * @param forced whether the step computes every unit of its work again, fresh or not
 */
public record StepContext(
    Lake lake, Configuration configuration, String landing, WriteContext writing, boolean forced) {

  /** The context of an execution that computes only what is stale. */
  public StepContext(Lake lake, Configuration configuration, String landing, WriteContext writing) {
    this(lake, configuration, landing, writing, false);
  }

  /** The same context of an execution that computes every unit again, or only what is stale. */
  public StepContext force(boolean every) {
    return new StepContext(lake, configuration, landing, writing, every);
  }

  /** The Spark session of the lake. */
  public SparkSession spark() {
    return lake.spark();
  }

  /**
   * The basis of all results of a step apart from their inputs: the digest of its configuration, of
   * the code that it reaches and of the dictionaries of the tables that it writes.
   *
   * @param files the files or folders of its configuration that every result follows from
   */
  String basisOf(Step step, List<String> files) {
    Digest digest =
        new Digest().add(configuration.digest(files)).add(CodeVersion.of(step.getClass()));
    for (String table : step.writes()) {
      TableDefinition.findDefinition(table)
          .ifPresent(definition -> digest.add(table).add(definition.digest()));
    }
    return digest.hex();
  }

  /** The newest rows of a table. */
  public Dataset<Row> read(String table) {
    return lake.table(table).read();
  }

  /** The newest rows of a table, or none in its defined shape when nothing was written yet. */
  public Dataset<Row> readOrEmpty(String table) {
    return lake.table(table).readOrEmpty(TableDefinition.getDefinition(table));
  }

  /** The newest rows of a small table, held in this process; none when nothing was written yet. */
  public List<Row> rows(String table) {
    return lake.table(table).rows(TableDefinition.getDefinition(table));
  }

  /** Replaces a defined table's rows in one transaction. */
  public CommitInfo replace(String table, Dataset<Row> rows) {
    return lake.table(table).replace(rows, TableDefinition.getDefinition(table), writing);
  }

  /** Replaces a small table's rows by rows that this process holds, in one transaction. */
  public CommitInfo replace(String table, List<Row> rows) {
    return lake.table(table).replaceRows(rows, TableDefinition.getDefinition(table), writing);
  }

  /** Adds rows to a defined table in one transaction. */
  public CommitInfo append(String table, Dataset<Row> rows) {
    return lake.table(table).append(rows, TableDefinition.getDefinition(table), writing);
  }

  /** Adds rows that this process holds to a small table, in one transaction. */
  public CommitInfo append(String table, List<Row> rows) {
    return lake.table(table).appendRows(rows, TableDefinition.getDefinition(table), writing);
  }
}
