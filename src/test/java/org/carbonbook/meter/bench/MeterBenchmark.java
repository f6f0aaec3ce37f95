package org.carbonbook.meter.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Meter logs to monthly benchmark marts, by carbonbook and by DuckDB, on the same files, cores and
 * memory, each in a process of its own. Figures are compared before times are printed. {@code
 * docs/BENCHMARKS.md} gives the command and what was measured.
 */
public final class MeterBenchmark {

  private static final double SAME = 1e-9;
  private static final PrintWriter OUT = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  private MeterBenchmark() {}

  /**
   * Runs each size in turn, or one part of it in a process of its own.
   *
   * @param arguments the folder to work in, then numbers of meters (200 are 1.75 million rows), or
   *     the folder of the published Cambridge archive
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    if (arguments.length > 1 && arguments[1].matches("duck|export")) {
      part(arguments[1], folder, Path.of(arguments[2]));
      return;
    }
    OUT.println("| rows | MB | | work s | rows/s | MB/s | process s | peak MB |");
    OUT.println("| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
    for (String logs : Arrays.asList(arguments).subList(1, arguments.length)) {
      if (logs.matches("\\d+")) {
        generated(folder, Integer.parseInt(logs));
      } else {
        cambridge(folder, Path.of(logs));
      }
    }
  }

  /** Real logs; which meter-years are assessed follows from other rules than DuckDB is given. */
  private static void cambridge(Path folder, Path published) throws Exception {
    Path landing = folder.resolve("logs-cambridge");
    CambridgeLogs.unpack(published, landing);
    sideBySide(folder, landing, CambridgeLogs.rows(landing), List.of("monthly.csv"));
  }

  private static void generated(Path folder, int meters) throws Exception {
    BenchmarkLogs logs = new BenchmarkLogs(meters);
    Path landing = folder.resolve("logs-" + meters);
    logs.write(landing);
    Files.deleteIfExists(landing.resolve("readings-late.csv"));
    double work = sideBySide(folder, landing, logs.rows(), List.of("monthly.csv", "benchmark.csv"));
    logs.writeLateDay(landing);
    Map<String, Double> late = SparkWork.run(landing, folder.resolve("spark"));
    steps(late);
    Files.delete(landing.resolve("readings-late.csv"));
    OUT.printf(
        "| | | a late day: %.1f s of work, %.1f %% |%n",
        late.get("work"), late.get("work") / work * 100);
  }

  /** Both on the same logs; returns carbonbook's seconds of work. */
  private static double sideBySide(Path folder, Path landing, long rows, List<String> results)
      throws Exception {
    long bytes = bytes(landing);
    for (String who : List.of("duck", "spark")) {
      delete(folder.resolve(who));
      Files.createDirectories(folder.resolve(who));
    }
    Map<String, Double> duck = child("duck", folder, landing);
    Map<String, Double> spark = SparkWork.run(landing, folder.resolve("spark"));
    child("export", folder, landing);
    steps(spark);
    for (String result : results) {
      compare(folder, result);
    }
    print("DuckDB", rows, bytes, duck);
    print("carbonbook", rows, bytes, spark);
    OUT.printf(
        "| | | ratio %.2f, with start %.2f; archive %.1f s |%n",
        spark.get("work") / duck.get("work"),
        spark.get("process") / duck.get("process"),
        spark.get("archive"));
    return spark.get("work");
  }

  private static void steps(Map<String, Double> times) {
    times.forEach(
        (name, seconds) -> {
          if (name.startsWith("step ")) {
            OUT.printf("%s %.1f s%n", name, seconds);
          }
        });
  }

  private static void print(String who, long rows, long bytes, Map<String, Double> times) {
    OUT.printf(
        "| %,d | %,d | %s | %.1f | %,.0f | %.0f | %.1f | %,.0f |%n",
        rows,
        bytes >> 20,
        who,
        times.get("work"),
        rows / times.get("work"),
        bytes / 1048576.0 / times.get("work"),
        times.get("process"),
        times.get("peak"));
  }

  /** One part, in this process; prints its times for the one that started it. */
  private static void part(String who, Path folder, Path landing) throws Exception {
    if (who.equals("export")) {
      SparkWork.export(folder.resolve("spark"));
      return;
    }
    DuckWork.start();
    long start = System.nanoTime();
    DuckWork.run(landing, folder.resolve(who), Runtime.getRuntime().availableProcessors());
    double work = (System.nanoTime() - start) / 1e9;
    double peak = Memory.peakMb(ProcessHandle.current().pid());
    OUT.printf("RESULT work=%.3f peak=%.1f%n", work, peak);
  }

  private static Map<String, Double> child(String who, Path folder, Path landing)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("@.mvn/java-opens");
    command.addAll(List.of("-Xmx4g", "-Xss4m", "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(MeterBenchmark.class.getName(), folder.toString(), who));
    command.add(landing.toString());
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(who + " failed: " + printed);
    }
    Map<String, Double> times = new TreeMap<>();
    times.put("process", (System.nanoTime() - start) / 1e9);
    for (String line : printed.lines().filter(l -> l.startsWith("RESULT ")).toList()) {
      for (String pair : line.substring(7).split(" ")) {
        times.put(pair.split("=")[0], Double.valueOf(pair.split("=")[1]));
      }
    }
    return times;
  }

  /** Fails unless both wrote the same rows, numbers within a billionth. */
  private static void compare(Path folder, String file) throws IOException {
    List<String> duck = rows(folder.resolve("duck").resolve(file));
    List<String> ours = rows(folder.resolve("spark").resolve(file));
    if (duck.size() != ours.size() || duck.isEmpty()) {
      throw new IllegalStateException(
          "%s: DuckDB has %d rows, carbonbook %d".formatted(file, duck.size(), ours.size()));
    }
    for (int i = 0; i < duck.size(); i++) {
      String[] a = duck.get(i).split(",");
      String[] b = ours.get(i).split(",");
      for (int c = 0; c < a.length; c++) {
        boolean same =
            a[c].equals(b[c])
                || Math.abs(Double.parseDouble(a[c]) / Double.parseDouble(b[c]) - 1) < SAME;
        if (!same) {
          throw new IllegalStateException(
              "%s differs: DuckDB %s, carbonbook %s".formatted(file, duck.get(i), ours.get(i)));
        }
      }
    }
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("building_id"))
        .toList();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}
