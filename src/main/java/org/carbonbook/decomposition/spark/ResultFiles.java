package org.carbonbook.decomposition.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.carbonbook.catalyst.TextKey;
import org.carbonbook.decomposition.PairResult;
import org.carbonbook.decomposition.spark.columnar.ColumnFile;

/**
 * Results straight into the columns of Parquet files, one for each partition. Files are written
 * beside their folder and moved there when all are done, so that readers never see half a result.
 */
final class ResultFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration configuration;
  private final String folder;
  private final ResultSchema schema;
  private final Object[] factors;

  /**
   * Writes below a folder.
   *
   * @param factors names of the factors for a row for each; empty for results side by side
   */
  ResultFiles(
      SerializableConfiguration configuration,
      String folder,
      ResultSchema schema,
      List<String> factors) {
    this.configuration = configuration;
    this.folder = folder;
    this.schema = schema;
    this.factors = factors.stream().map(TextKey::of).toArray();
  }

  private StructType type() {
    return factors.length > 0 ? schema.effectType() : schema.type();
  }

  private Path unfinished() {
    return new Path(new Path(folder).getParent(), "." + new Path(folder).getName() + ".unfinished");
  }

  /** Writes the results of one partition. */
  WrittenResults write(ResultIterator results) throws IOException {
    TaskContext task = TaskContext.get();
    String name = "part-%05d.%d.parquet".formatted(task.partitionId(), task.taskAttemptId());
    Path path = new Path(unfinished(), name);
    WrittenResults.Counter counter = new WrittenResults.Counter();
    try (ColumnFile file = new ColumnFile(path, type(), configuration.value())) {
      FileResultRow row = new FileResultRow(file);
      while (results.hasNext()) {
        PairResult result = results.next();
        counter.count(results.key(), result);
        write(file, row, results, result);
      }
    }
    return counter.counted(path.toString());
  }

  private void write(ColumnFile file, FileResultRow row, ResultIterator results, PairResult result)
      throws IOException {
    Object[] labels = schema.labels(results.variant());
    if (factors.length == 0) {
      schema.fill(row, results.key(), labels, result);
      file.endRow();
    }
    for (int k = 0; k < factors.length && result.refused() == null; k++) {
      schema.fillEffect(row, results.key(), labels, result, k, factors[k]);
      file.endRow();
    }
  }

  /**
   * Runs the writing and puts the files in their place.
   *
   * @param accepted decides by the counts whether the files are kept
   */
  WrittenResults commit(Written written, Predicate<WrittenResults> accepted) throws IOException {
    Path target = new Path(folder);
    FileSystem files = target.getFileSystem(configuration.value());
    try {
      List<WrittenResults> parts = written.run(this);
      WrittenResults all = WrittenResults.together(parts);
      if (accepted.test(all)) {
        files.delete(target, true);
        files.mkdirs(target);
        for (int i = 0; i < parts.size(); i++) {
          Path place = new Path(target, "part-%05d.snappy.parquet".formatted(i));
          if (!files.rename(new Path(parts.get(i).file()), place)) {
            throw new IOException("cannot move a file to " + place);
          }
        }
        files.create(new Path(target, "_SUCCESS")).close();
      }
      return all;
    } finally {
      files.delete(unfinished(), true);
    }
  }

  /** Writes all partitions. */
  interface Written {
    List<WrittenResults> run(ResultFiles files);
  }
}
