package org.carbonbook.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Spark installation: the jars of {@code src/test/cluster/spark-installation.xml} in one folder.
 * Its programs are started as Spark's own scripts start them.
 */
record SparkHome(Path folder) {

  private static final Path POM = Path.of("src/test/cluster/spark-installation.xml");
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0";

  /** The installation below {@code target/}; made when it is not there yet. */
  static SparkHome get() throws IOException, InterruptedException {
    Path home = Path.of("target/spark-home").toAbsolutePath();
    Path jars = home.resolve("jars");
    if (!Files.isDirectory(jars)) {
      Path partial = home.resolve("partial");
      Process maven =
          new ProcessBuilder(
                  "mvn",
                  "-B",
                  "-q",
                  "-f",
                  POM.toString(),
                  PLUGIN + ":copy-dependencies",
                  "-DoutputDirectory=" + partial)
              .inheritIO()
              .start();
      if (maven.waitFor() != 0) {
        throw new IOException("Maven could not fetch the jars of " + POM);
      }
      Files.move(partial, jars);
    }
    return new SparkHome(home);
  }

  List<Path> listJars() {
    try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process of this installation, not started yet. */
  ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", folder.toString(),
                "SPARK_SCALA_VERSION", "2.12",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    return builder;
  }

  /** Master or worker, as {@code sbin/start-*.sh} start them. */
  ProcessBuilder daemon(String className, String... words) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(List.of("-Xmx256m", "-cp", folder.resolve("jars") + "/*", className));
    command.addAll(List.of(words));
    return process(command);
  }

  /** What {@code bin/spark-submit} runs: Spark's launcher says the command. */
  ProcessBuilder submit(List<String> words) throws IOException, InterruptedException {
    List<String> launcher = new ArrayList<>();
    launcher.addAll(List.of(java(), "-Xmx128m", "-cp", folder.resolve("jars") + "/*"));
    launcher.add("org.apache.spark.launcher.Main");
    launcher.add("org.apache.spark.deploy.SparkSubmit");
    launcher.addAll(words);
    Process process = process(launcher).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Spark's launcher refused " + words);
    }
    return process(
        Stream.of(said.strip().split("\0")).map(String::strip).toList().stream()
            .dropWhile(String::isEmpty)
            .toList());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
