package org.carbonbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.LakeSession;

/**
 * What one run of the main job makes of the sample data, for all tests: run on it what leaves its
 * tables alone, and on a copy what does not.
 *
 * @param folder the lake
 * @param run what the run printed
 */
public record SampleLake(Path folder, CommandRun run) {

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static SampleLake made;

  /** The lake; made when the first test asks for it. */
  public static synchronized SampleLake get() throws IOException {
    if (made == null) {
      Path folder = Path.of("target/sample-lake").toAbsolutePath();
      FileUtils.deleteDirectory(folder.toFile());
      // With their schemes, as a test may have made another file system Hadoop's default one.
      String lake = folder.toUri().toString();
      String landing = Path.of("sample-data").toUri().toString();
      made =
          new SampleLake(
              folder,
              withPartitions(
                  "4",
                  () -> CommandRun.of("--lake", lake, "--landing", landing, "run", "nightly")));
    }
    return made;
  }

  /** A copy that may be changed. */
  Path copyTo(Path target) throws IOException {
    copy(folder, target);
    return target;
  }

  static CommandRun withPartitions(String partitions, Supplier<CommandRun> run) {
    SparkSession spark = LakeSession.open("test");
    String usual = spark.conf().get(PARTITIONS);
    spark.conf().set(PARTITIONS, partitions);
    try {
      return run.get();
    } finally {
      spark.conf().set(PARTITIONS, usual);
    }
  }

  static List<Path> listFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    FileUtils.copyDirectory(from.toFile(), to.toFile());
  }
}
