package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;

/** A lake that the nightly job fills from a landing folder, and its tables. */
public final class NightlyLake {

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
    CommandRun run =
        CommandRun.of(
            "--landing",
            landing.toString(),
            "--lake",
            folder.toString(),
            "--conf",
            conf.toString(),
            "run",
            "nightly",
            "--only",
            "archive",
            "--only",
            "meters",
            "--only",
            "buildings",
            "--only",
            "building_baseline",
            "--only",
            "mart.building_benchmark",
            "--only",
            "mart.building_energy_monthly",
            "--only",
            "mart.building_health",
            "--only",
            "mart.building_longitudinal",
            "--only",
            "mart.meter_conservation",
            "--only",
            "mart.submeter_balance");
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
