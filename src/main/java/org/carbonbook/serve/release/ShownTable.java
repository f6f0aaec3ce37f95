package org.carbonbook.serve.release;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.types.StructType;

/**
 * One table that readers see. Its rows are a plan that was made once, so that no statement of a
 * reader ever names a file.
 */
public final class ShownTable implements Table {

  private final String name;
  private final String version;
  private final String comment;
  private final List<String> key;
  private final Supplier<Rows> load;
  private Rows rows;

  /** The columns, and where the rows come from: a leaf whose output can be renamed. */
  record Rows(StructType schema, LogicalPlan plan) {}

  ShownTable(String name, String version, String comment, List<String> key, Supplier<Rows> load) {
    this.name = name;
    this.version = version;
    this.comment = comment;
    this.key = List.copyOf(key);
    this.load = load;
  }

  @Override
  public String name() {
    return name;
  }

  /** The schema that the table is in. */
  public String schemaName() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The name without its schema. */
  public String tableName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** The version of the rows: equal versions have equal rows. */
  public String version() {
    return version;
  }

  /** What one row is, in Chinese and English. */
  public String comment() {
    return comment;
  }

  /** The columns that name a row; empty when no definition says so. */
  public List<String> key() {
    return key;
  }

  @Override
  @SuppressWarnings("deprecation") // Spark's interface still asks for it.
  public StructType schema() {
    return rows().schema();
  }

  /** The names of the columns, in order. */
  public List<String> columnNames() {
    return Arrays.asList(schema().fieldNames());
  }

  /** Where the rows come from. */
  public LogicalPlan plan() {
    return rows().plan();
  }

  @Override
  public Map<String, String> properties() {
    return comment.isEmpty() ? Map.of() : Map.of("comment", comment);
  }

  /** None: Spark never scans or writes it as it is, see {@link ShowRows}. */
  @Override
  public Set<TableCapability> capabilities() {
    return Set.of();
  }

  private synchronized Rows rows() {
    if (rows == null) {
      rows = load.get();
    }
    return rows;
  }

  /** The rows when they were loaded already. */
  synchronized Optional<Rows> findLoaded() {
    return Optional.ofNullable(rows);
  }
}
