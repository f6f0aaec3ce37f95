package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;

/** A lake that the nightly job fills from a landing folder, and its tables. */
public final class NightlyLake {

  private static final List<String> STEPS =
      List.of(
          "archive",
          "factor",
          "meters",
          "buildings",
          "building_baseline",
          "mart.building_benchmark",
          "mart.building_energy_monthly",
          "mart.building_health",
          "mart.building_longitudinal",
          "mart.building_saving",
          "mart.meter_conservation",
          "mart.submeter_balance");

  private final Path folder;
  private final Path landing;
  private final Path conf;
  private String told = "";

  public NightlyLake(Path folder, Path landing) {
    this(folder, landing, Path.of("conf"));
  }

  public NightlyLake(Path folder, Path landing, Path conf) {
    this.folder = folder;
    this.landing = landing;
    this.conf = conf;
  }

  /** Runs the steps of meters and buildings, and the marts of buildings. */
  public NightlyLake run() {
    return run(STEPS);
  }

  /** Runs some steps. */
  public NightlyLake run(List<String> steps) {
    return run(steps, List.of());
  }

  /** Runs a step although it is fresh. */
  public NightlyLake force(String step) {
    return run(List.of(step), List.of("--force"));
  }

  private NightlyLake run(List<String> steps, List<String> options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--landing", landing.toString(),
                "--lake", folder.toString(),
                "--conf", conf.toString(),
                "run", "nightly"));
    steps.forEach(step -> words.addAll(List.of("--only", step)));
    words.addAll(options);
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    told = run.err();
    assertThat(run.exitCode()).as(told).isIn(0, 3);
    return this;
  }

  /** What the last run printed. */
  public String told() {
    return told;
  }

  /** The newest rows of a table. */
  public Dataset<Row> table(String name) {
    return Lake.open(() -> LakeSession.open("test"), folder.toString()).table(name).read();
  }

  /** All rows of a table as texts, sorted. */
  public List<String> texts(String name) {
    return table(name).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  /** All notices of the lake, a line each. */
  public String notices() {
    return CommandRun.of("--lake", folder.toString(), "notices").out();
  }
}
