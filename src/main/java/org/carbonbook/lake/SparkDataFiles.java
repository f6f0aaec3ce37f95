package org.carbonbook.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Writes a dataset as Parquet files into a table's folder, with Spark. */
final class SparkDataFiles {

  private final FileSystem files;
  private final Path table;

  SparkDataFiles(FileSystem files, Path table) {
    this.files = files;
    this.table = table;
  }

  /**
   * Writes the rows into a folder of the run and step, which no reader knows until the files are
   * committed.
   *
   * @param partitionBy the columns that the files are laid out by, which must be texts
   */
  List<DataFile> write(Dataset<Row> rows, List<String> partitionBy, WriteContext context) {
    Path folder = folder(context);
    rows.write()
        .mode(SaveMode.Append)
        .partitionBy(partitionBy.toArray(String[]::new))
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .parquet(folder.toString());
    try {
      return list(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  /** Where a step writes in a run: steps that run at the same time never share a folder. */
  private Path folder(WriteContext context) {
    return new Path(table, context.run() + "-" + context.step());
  }

  /** Deletes the files that a step has written in a run and not committed. */
  void delete(WriteContext context) {
    Path folder = folder(context);
    try {
      files.delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private List<DataFile> list(Path folder) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    FileListing.visit(files, folder, found::add);
    List<DataFile> written = new ArrayList<>();
    for (FileStatus file : found) {
      String name = file.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      long count = countRows(file, files.getConf());
      if (count == 0) {
        files.delete(file.getPath(), false);
      } else {
        written.add(
            new DataFile(
                file.getPath().toString(),
                file.getLen(),
                file.getModificationTime(),
                count,
                partition(folder, file.getPath())));
      }
    }
    return written;
  }

  private static long countRows(FileStatus file, Configuration hadoop) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
      return reader.getRecordCount();
    }
  }

  /** The values that the folders between the run's folder and a file name. */
  private static Map<String, String> partition(Path folder, Path file) {
    Map<String, String> values = new TreeMap<>();
    for (Path each = file.getParent(); !each.equals(folder); each = each.getParent()) {
      String[] parts = each.getName().split("=", 2);
      // Spark escapes characters as URLs do, but leaves a plus sign as it is.
      values.put(parts[0], URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return values;
  }
}
