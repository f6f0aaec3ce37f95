package org.carbonbook.cli;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The context of {@code decompose} within carbonbook: the lake and the configuration. */
final class ReleasedContext implements DecomposeContext {

  private final Workspace workspace;

  ReleasedContext(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public SparkSession spark() {
    return workspace.openSpark();
  }

  @Override
  public Path identities() {
    return workspace.configuration().resolve("identities");
  }

  @Override
  public Dataset<Row> table(String name) {
    return workspace.openReleasedFor("select * from " + name, null).spark().table(name);
  }
}
