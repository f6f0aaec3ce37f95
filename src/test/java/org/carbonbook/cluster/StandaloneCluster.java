package org.carbonbook.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A standalone master and workers of one core each, all processes of their own on this machine, to
 * which {@code target/carbonbook-cluster.jar} is submitted.
 */
final class StandaloneCluster implements AutoCloseable {

  static final Path ARTIFACT = Path.of("target/carbonbook-cluster.jar").toAbsolutePath();

  private static final int PATIENCE_MINUTES = 30;

  private final SparkHome spark;
  private final Path folder;
  private final int port;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  private StandaloneCluster(SparkHome spark, Path folder) throws IOException {
    this.spark = spark;
    this.folder = folder;
    this.port = freePort();
    this.master =
        start(
            "master",
            spark.daemon(
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--webui-port",
                "" + freePort()));
  }

  static StandaloneCluster start(Path folder, int workers) throws Exception {
    StandaloneCluster cluster = new StandaloneCluster(SparkHome.get(), folder);
    await(folder.resolve("master.log"), "Starting Spark master");
    for (int i = 0; i < workers; i++) {
      cluster.addWorker();
    }
    return cluster;
  }

  /** Adds a worker and waits until the master knows it. */
  void addWorker() throws Exception {
    String name = "worker-" + (workers.size() + 1);
    workers.add(
        start(
            name,
            spark.daemon(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--webui-port",
                "" + freePort(),
                "--work-dir",
                folder.resolve(name).toString(),
                "spark://127.0.0.1:" + port)));
    await(folder.resolve(name + ".log"), "Successfully registered with master");
  }

  /** SIGKILL to a worker and its executors; returns how many processes that ended. */
  int kill(int worker) {
    Process process = workers.get(worker);
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    return all.size();
  }

  /** Submits one command of carbonbook; standard output and error go to one file. */
  Process submit(Path log, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--master", "spark://127.0.0.1:" + port));
    command.addAll(List.of("--properties-file", "conf/cluster/standalone.conf"));
    // A small machine and little data: settings that any user may give.
    for (String setting :
        List.of(
            "spark.driver.memory=1g",
            "spark.executor.memory=1536m",
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.ui.enabled=false",
            "spark.sql.shuffle.partitions=2",
            "spark.databricks.delta.snapshotPartitions=2")) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--class", "org.carbonbook.cli.Carbonbook", ARTIFACT.toString()));
    command.addAll(List.of(words));
    return spark.submit(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Submits a command, and waits for its end; fails with its log when it did not succeed. */
  void run(Path log, String... words) throws Exception {
    end(submit(log, words), log);
  }

  /** Waits for the end of a submitted command. */
  static void end(Process process, Path log) throws Exception {
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(ended + " " + Files.readString(log));
    }
  }

  /** Waits until a text stands in a log. */
  static void await(Path log, String text) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!Files.exists(log) || !Files.readString(log).contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(log + " never said: " + text);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    workers.forEach(
        worker -> {
          worker.descendants().forEach(ProcessHandle::destroyForcibly);
          worker.destroyForcibly();
        });
    master.destroyForcibly();
  }

  private Process start(String name, ProcessBuilder builder) throws IOException {
    Path log = folder.resolve(name + ".log");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
