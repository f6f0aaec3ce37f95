package org.carbonbook.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;

/** A folder with a Parquet file for each table, sorted by its key, with the comments of columns. */
final class ParquetSink implements FileSink {

  private static final String INSTANTS = "spark.sql.parquet.outputTimestampType";

  private final PartialTarget partial;

  ParquetSink(PartialTarget partial) {
    this.partial = partial;
  }

  @Override
  public Optional<Long> findRows(ExportTable table) {
    return partial.find(file(table)).map(PartialTarget.Finished::rows);
  }

  @Override
  public long write(ExportTable table) throws IOException {
    Path path = partial.folder().resolve(file(table));
    write(table, path);
    long rows = table.read().get().count();
    partial.finish(file(table), rows);
    return rows;
  }

  @Override
  public void becomeTarget() throws IOException {
    partial.becomeTarget();
  }

  /** Writes a table to one file. */
  static void write(ExportTable table, Path path) throws IOException {
    Path folder = path.resolveSibling("." + path.getFileName());
    FileUtil.fullyDelete(folder.toFile());
    Dataset<Row> rows = table.together();
    RuntimeConfig settings = rows.sparkSession().conf();
    String before = settings.get(INSTANTS);
    // Spark's own default is a type that Parquet has given up.
    settings.set(INSTANTS, "TIMESTAMP_MICROS");
    try {
      rows.write().parquet(folder.toUri().toString());
    } finally {
      settings.set(INSTANTS, before);
    }
    try (var files = Files.list(folder)) {
      Path whole =
          files
              .filter(file -> file.getFileName().toString().endsWith(".parquet"))
              .findFirst()
              .orElseThrow(() -> new IOException("Spark wrote no file of " + table.name()));
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    }
    FileUtil.fullyDelete(folder.toFile());
  }

  private static String file(ExportTable table) {
    return table.shortName() + ".parquet";
  }
}
