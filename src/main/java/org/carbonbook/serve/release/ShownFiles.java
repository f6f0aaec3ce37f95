package org.carbonbook.serve.release;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * The files of a table, listed for scans only: plans that a reader can print name no folder. Files
 * are listed in the session that knows the lake.
 */
final class ShownFiles implements FileIndex {

  private final String table;
  private final FileIndex files;
  private final SparkSession lake;

  ShownFiles(String table, FileIndex files, SparkSession lake) {
    this.table = table;
    this.files = files;
    this.lake = lake;
  }

  @Override
  public Seq<Path> rootPaths() {
    return JavaConverters.asScalaBuffer(List.<Path>of());
  }

  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    return lake.withActive(() -> files.listFiles(partitionFilters, dataFilters));
  }

  @Override
  public String[] inputFiles() {
    return new String[0];
  }

  @Override
  public void refresh() {
    // A version of a table never changes.
  }

  @Override
  public long sizeInBytes() {
    return files.sizeInBytes();
  }

  @Override
  public StructType partitionSchema() {
    return files.partitionSchema();
  }

  @Override
  public String toString() {
    return table;
  }
}
