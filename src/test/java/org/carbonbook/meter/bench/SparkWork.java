package org.carbonbook.meter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;

/** The same work by the project's own steps, as the nightly job runs them. */
final class SparkWork {

  private static final List<String> STEPS = new java.util.ArrayList<>();

  private SparkWork() {}

  /** Copies what arrived into the archive: work that DuckDB is not asked to do. */
  static void archive(Path logs, Path out) {
    run(logs, out, "archive");
  }

  /** From archived logs to marts. */
  static void work(Path logs, Path out) {
    run(
        logs,
        out,
        "meters",
        "buildings",
        "mart.building_energy_monthly",
        "mart.building_benchmark");
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
        file, rows.stream().map(row -> row.mkString(",") + "\n").collect(Collectors.joining()));
  }

  /** What each step said of its time. */
  static List<String> steps() {
    return STEPS;
  }

  private static void run(Path logs, Path out, String... steps) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("--landing", logs.toString(), "--lake", out.resolve("lake").toString()));
    words.addAll(List.of("run", "nightly"));
    for (String step : steps) {
      words.add("--only");
      words.add(step);
    }
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    run.err().lines().filter(line -> line.contains(" in ")).forEach(STEPS::add);
    if (run.exitCode() != 0 && run.exitCode() != 3) {
      throw new IllegalStateException(run.err());
    }
  }
}
