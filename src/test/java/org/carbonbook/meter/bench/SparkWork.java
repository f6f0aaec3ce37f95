package org.carbonbook.meter.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;

/** The same work by the project's own steps, as its launcher runs them for anybody. */
final class SparkWork {

  private static final List<String> STEPS =
      List.of(
          "archive",
          "factor",
          "meters",
          "buildings",
          "mart.building_energy_monthly",
          "mart.building_benchmark");

  private static final Pattern DONE = Pattern.compile("(\\S+): .* in ([0-9.]+) s");
  private static final long LOOK_MS = 100;

  private SparkWork() {}

  /**
   * From logs to marts in a process of its own. {@code work} is the seconds of the process without
   * those of the archive step, which copies and hashes what arrived and of which DuckDB is asked
   * nothing. The start of the JVM and of Spark is part of it, since steps run beside each other and
   * their own seconds overlap.
   */
  static Map<String, Double> run(Path logs, Path out) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("bin/carbonbook", "--landing", logs.toString()));
    words.addAll(List.of("--lake", out.resolve("lake").toString(), "run", "nightly"));
    STEPS.forEach(step -> words.addAll(List.of("--only", step)));
    Path told = out.resolve("told.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, Memory.peakMb(process.pid()));
      Thread.sleep(LOOK_MS);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0 && process.exitValue() != 3) {
      throw new IllegalStateException(Files.readString(told));
    }
    Map<String, Double> times = new TreeMap<>(Map.of("process", seconds, "peak", peak));
    for (String line : Files.readAllLines(told)) {
      Matcher step = DONE.matcher(line.strip());
      if (step.matches()) {
        times.put("step " + step.group(1), Double.valueOf(step.group(2)));
      }
    }
    times.put("archive", times.getOrDefault("step archive", 0.0));
    times.put("work", seconds - times.get("archive"));
    return times;
  }

  /** Leaves {@code monthly.csv} and {@code benchmark.csv} to compare. */
  static void export(Path out) throws IOException {
    Lake lake = Lake.open(() -> LakeSession.open("benchmark"), out.resolve("lake").toString());
    write(
        out.resolve("monthly.csv"),
        lake.table("mart.building_energy_monthly")
            .read()
            // Months of nothing but zeros may be months without readings.
            .where("kwh > 0")
            .selectExpr("building_id", "month", "kwh")
            .sort("building_id", "month")
            .collectAsList());
    write(
        out.resolve("benchmark.csv"),
        lake.table("mart.building_benchmark")
            .read()
            .where("energy_kind = 'electricity' AND status = 'assessed'")
            .selectExpr("building_id", "year", "eui_kwh_m2", "rank", "peers", "peer_median")
            .sort("building_id", "year")
            .collectAsList());
  }

  private static void write(Path file, List<Row> rows) throws IOException {
    Files.writeString(
        file,
        rows.stream().map(row -> row.mkString(",") + "\n").collect(Collectors.joining()),
        UTF_8);
  }
}
