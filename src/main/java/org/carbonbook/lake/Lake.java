package org.carbonbook.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The folder that holds every table, on any file system that Hadoop knows. The folder is the
 * catalog: a table's path follows from its name.
 */
public final class Lake {

  /** The format this code writes; a lake of a newer format is refused. */
  static final int FORMAT = 1;

  /** The layers that tables belong to; the first part of their names. */
  public static final List<String> LAYERS = List.of("raw", "core", "mart", "ops");

  private static final String MARKER = "carbonbook-lake.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<SparkSession> spark;
  private final Path root;
  private final FileSystem files;

  private Lake(Supplier<SparkSession> spark, Path root, FileSystem files) {
    this.spark = spark;
    this.root = root;
    this.files = files;
  }

  /**
   * Opens a lake, and makes the folder when it is not there yet. Spark starts when it is first
   * asked for: what needs no Spark does not wait for it.
   *
   * @param spark opens the session
   * @param location the lake's folder on any file system that Hadoop knows
   * @throws IllegalStateException when a newer version of carbonbook wrote it
   * @throws UncheckedIOException when the folder cannot be read or made
   */
  public static Lake open(Supplier<SparkSession> spark, String location) {
    try {
      Path given = new Path(location);
      FileSystem files = given.getFileSystem(LakeSession.hadoopConfiguration());
      files.setWriteChecksum(false);
      Lake lake = new Lake(once(spark), files.makeQualified(given), files);
      lake.requireKnownFormat();
      return lake;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot open the lake %s: %s".formatted(location, e.getMessage()), e);
    }
  }

  /** Whether a folder holds a lake; nothing is made. */
  public static boolean exists(String location) {
    try {
      Path file = new Path(location, MARKER);
      return file.getFileSystem(LakeSession.hadoopConfiguration()).exists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot open the lake %s: %s".formatted(location, e.getMessage()), e);
    }
  }

  /** A table by its name with its layer, e.g. {@code core.observation}. */
  public LakeTable table(String name) {
    return new LakeTable(spark, files, root, name);
  }

  /** The names of all tables that were ever written. */
  public List<String> listTables() {
    List<String> tables = new ArrayList<>();
    try {
      for (String layer : LAYERS) {
        Path folder = new Path(root, layer);
        for (FileStatus table :
            files.exists(folder) ? files.listStatus(folder) : new FileStatus[0]) {
          if (files.exists(new Path(table.getPath(), "_delta_log"))) {
            tables.add(layer + "." + table.getPath().getName());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(root + ": " + e.getMessage(), e);
    }
    Collections.sort(tables);
    return tables;
  }

  /** Another session of the same application, for queries over some tables. */
  public SparkSession sessionFor(List<String> tables) {
    return LakeSession.openBeside(
        spark(), tables.stream().map(name -> table(name).location()).toList());
  }

  /** The newest rows of a table, read in another session of the same application. */
  public Dataset<Row> readIn(SparkSession session, String name) {
    return new LakeTable(() -> session, files, root, name).read();
  }

  /** As {@link #readIn}; none in the table's defined shape when nothing was written yet. */
  public Dataset<Row> readOrEmptyIn(SparkSession session, String name) {
    return new LakeTable(() -> session, files, root, name)
        .readOrEmpty(TableDefinition.getDefinition(name));
  }

  /** A table of a few rows that is read and appended without Spark. */
  public SmallTable smallTable(String name) {
    return new SmallTable(
        TableDefinition.getDefinition(name),
        spark,
        new TableLog(files, name, LakeTable.path(root, name)),
        files.getConf());
  }

  /** The session that reads and writes this lake. */
  public SparkSession spark() {
    return spark.get();
  }

  /** The lake's folder. */
  public Path root() {
    return root;
  }

  /** The file system the lake is on. */
  public FileSystem files() {
    return files;
  }

  private static Supplier<SparkSession> once(Supplier<SparkSession> open) {
    return new Supplier<>() {
      private SparkSession session;

      @Override
      public synchronized SparkSession get() {
        if (session == null) {
          session = open.get();
        }
        return session;
      }
    };
  }

  private void requireKnownFormat() throws IOException {
    Path file = new Path(root, MARKER);
    if (!files.exists(file)) {
      files.mkdirs(root);
      try (OutputStream out = files.create(file, true)) {
        out.write(JSON.writeValueAsBytes(Map.of("format", FORMAT)));
      }
      return;
    }
    try (InputStream in = files.open(file)) {
      int format = JSON.readTree(in.readAllBytes()).path("format").asInt();
      if (format > FORMAT) {
        throw new IllegalStateException(
            "%s has format %d, this carbonbook knows %d: use a newer carbonbook"
                .formatted(root, format, FORMAT));
      }
    }
  }
}
