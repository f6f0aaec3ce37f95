package org.carbonbook.catalyst;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.JavaConverters;

/** The files that a dataset reads, from Spark's physical plan. */
public final class FileScans {

  private FileScans() {}

  /** The bytes of the files of a dataset that reads one set of files and nothing else. */
  public static OptionalLong findBytes(Dataset<Row> rows) {
    SparkPlan plan = rows.queryExecution().executedPlan();
    List<SparkPlan> leaves = JavaConverters.seqAsJavaList(plan.collectLeaves());
    return leaves.size() == 1 && leaves.get(0) instanceof FileSourceScanExec scan
        ? OptionalLong.of(scan.relation().sizeInBytes())
        : OptionalLong.empty();
  }
}
