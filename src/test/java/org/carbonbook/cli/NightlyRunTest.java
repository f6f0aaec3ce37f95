package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOptions;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the sample data, from the command line to the published marts. */
class NightlyRunTest {

  private static final Path SAMPLE = Path.of("sample-data");
  private static final Set<String> YEARBOOKS = Set.of("hubei", "national", "xianning");

  @TempDir static Path folder;
  private static Path lake;
  private static CommandRun first;

  @BeforeAll
  static void runTheMainJob() throws IOException {
    lake = SampleLake.get().folder();
    first = SampleLake.get().run();
  }

  @Test
  void publishesARelease() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).contains("published R1");
    CommandRun total = run("sql", "select * from mart.carbon_footprint_total", "--format", "csv");
    assertThat(total.out().lines().findFirst().orElseThrow())
        .startsWith("region_code,region_name,year,factor_set,edition,scope1_t");
    assertThat(total.out()).contains("420000,湖北,2007,provincial_guideline").contains("421200,咸宁");
  }

  @Test
  void hubei2007AgreesWithTheIndependentCalculation() {
    CommandRun run =
        run(
            "sql",
            "select scope1_co2_t from mart.carbon_footprint_total where region_code = '420000'"
                + " and year = 2007 and factor_set = 'provincial_guideline'",
            "--format",
            "csv");
    double scope1Mt = Double.parseDouble(run.out().lines().toList().get(1)) / 1e6;
    // 256.4 Mt computed apart from the same cells with the guideline's factors, less 5.2 Mt of
    // other
    // petroleum products that nothing says is burnt, 0.7 Mt kept by coal tar and 0.3 Mt of
    // recovered gas.
    assertThat(scope1Mt).isBetween(250.4 * 0.995, 250.4 * 1.005);
  }

  @Test
  void aRunWithNothingNewWritesNothingOutsideOps() throws IOException {
    Map<String, Long> before = versions();
    CommandRun again = run("run", "nightly");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("nothing new, the release is unchanged");
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void aTraceRebuildsTheFigureFromThePrintedCell() {
    CommandRun trace =
        run(
            "trace",
            "mart.carbon_footprint",
            "region_code=420000",
            "year=2007",
            "sector=industry",
            "fuel=raw_coal",
            "factor_set=provincial_guideline");
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out())
        .contains("printed: 4428")
        .contains("value = 4428 1e4 t")
        .contains("canonical_per_unit = 10000")
        .contains("cell: D33")
        .contains("carbon_content_tc_per_tj = 26.37 t C/TJ")
        .contains("exactly as published")
        .doesNotContain("NOT the published");
  }

  @Test
  void aTraceOfATotalRebuildsIt() {
    CommandRun trace =
        run(
            "trace",
            "mart.carbon_footprint_total",
            "region_code=421200",
            "year=2007",
            "--column",
            "t_per_capita");
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out()).contains("exactly as published");
  }

  @Test
  void badInputIsLeftOutAndTheRestIsReleased() throws IOException {
    Path landing = folder.resolve("bad-landing");
    SampleLake.copy(Path.of("sample-data"), landing);
    Path other = SampleLake.get().copyTo(folder.resolve("bad-lake"));
    Files.writeString(landing.resolve("balance.xls"), "%PDF-1.4 not a workbook");
    CommandRun bad =
        CommandRun.of("--landing", landing + "", "--lake", other + "", "run", "nightly");
    assertThat(bad.exitCode()).as(bad.err()).isEqualTo(Carbonbook.DONE);
    assertThat(bad.err()).contains("ERROR WRONG_KIND balance.xls").contains("published R2");
    CommandRun held =
        CommandRun.of(
            "--lake",
            other + "",
            "sql",
            "SELECT path, held_as, reason, figures_kept FROM mart.stale_table",
            "--format",
            "csv");
    assertThat(held.out().lines()).contains("balance.xls,left_out,WRONG_KIND,0").hasSize(2);
    Files.delete(landing.resolve("balance.xls"));
  }

  @Test
  void theSameTableTwiceWithDifferentFiguresNamesBothPlaces() throws IOException {
    Path landing = folder.resolve("landing-twice");
    for (String copy : List.of("a", "b")) {
      Files.createDirectories(landing.resolve(copy));
      for (String name : List.of("indicators.csv", "indicators.csv.source.yaml")) {
        Files.copy(SAMPLE.resolve("hubei").resolve(name), landing.resolve(copy).resolve(name));
      }
    }
    Path second = landing.resolve("b/indicators.csv");
    Files.writeString(second, Files.readString(second).replace(",9333.40,", ",9333.50,"));
    String other = folder.resolve("lake-of-twice").toString();

    CommandRun run =
        CommandRun.of(
            "--landing",
            landing.toString(),
            "--lake",
            other,
            "run",
            "nightly",
            "--only",
            "archive",
            "--only",
            "yearbook",
            "--only",
            "observation");
    assertThat(run.err())
        .contains("ERROR CONFLICTING_FIGURES a/indicators.csv!indicators!F2")
        .contains("ERROR CONFLICTING_FIGURES b/indicators.csv!indicators!F2")
        .contains("9333.50 at b/indicators.csv!F2 and 9333.4 at a/indicators.csv!F2")
        .contains("11 written, 2 rejected");
  }

  @Test
  void aMissingLandingFolderIsANoticeAndNothingIsReleased() {
    CommandRun run =
        CommandRun.of(
            "--landing",
            folder.resolve("nowhere") + "",
            "--lake",
            folder.resolve("lake-of-nowhere") + "",
            "run",
            "nightly");
    assertThat(run.exitCode()).isEqualTo(Carbonbook.HELD_BACK);
    assertThat(run.err()).contains("LANDING_UNREADABLE").contains("--landing DIR");
  }

  @Test
  void martsHaveTheSameBytesInOnePartition() throws IOException {
    Path landing = renamedSampleData(folder.resolve("renamed-1"));
    Path other = folder.resolve("lake-of-1");
    CommandRun run =
        SampleLake.withPartitions(
            "1",
            () -> CommandRun.of("--landing", landing + "", "--lake", other + "", "run", "nightly"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(martBytes(other)).isEqualTo(martBytes(lake)).isNotEmpty();
  }

  @Test
  void martsHaveTheSameBytesWhateverTheOrderOfFilesAndStepsInManyPartitions() throws IOException {
    Path landing = renamedSampleData(folder.resolve("renamed-200"));
    Path other = folder.resolve("lake-of-200");
    Path jobs = jobsInReverse(folder.resolve("jobs"));
    SampleLake.withPartitions(
        "200",
        () ->
            new JobRunner(
                    Lake.open(() -> LakeSession.open("test"), other.toString()),
                    new Configuration(Path.of("conf")),
                    landing.toString(),
                    new RunListener() {})
                .run(jobs, "nightly", RunOptions.ALL));
    assertThat(martBytes(other)).isEqualTo(martBytes(lake)).isNotEmpty();
  }

  /** The nightly job with its steps in the opposite order, one after the other. */
  private static Path jobsInReverse(Path jobs) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("jobs/nightly.yaml"));
    List<String> steps =
        new ArrayList<>(lines.stream().filter(line -> line.startsWith("  - ")).toList());
    Collections.reverse(steps);
    Files.createDirectories(jobs);
    Files.writeString(
        jobs.resolve("nightly.yaml"),
        "parameters: {steps_at_once: 1}\nsteps:\n" + String.join("\n", steps));
    return jobs;
  }

  /** The sample data under names in the opposite order. */
  private static Path renamedSampleData(Path landing) throws IOException {
    int number = 999;
    for (Path file : SampleLake.listFiles(SAMPLE)) {
      Path there = landing.resolve(SAMPLE.relativize(file.getParent()).toString());
      Files.createDirectories(there);
      if (!YEARBOOKS.contains(there.getFileName().toString())) {
        Files.copy(file, there.resolve(file.getFileName()));
      } else if (!file.toString().endsWith(".source.yaml")) {
        String name = number-- + "-" + file.getFileName();
        Files.copy(file, there.resolve(name));
        Files.copy(Path.of(file + ".source.yaml"), there.resolve(name + ".source.yaml"));
      }
    }
    return landing;
  }

  /** The digests of the data files of each mart. */
  private static Map<String, List<String>> martBytes(Path lakeFolder) throws IOException {
    Map<String, List<String>> digests = new TreeMap<>();
    for (Path file : SampleLake.listFiles(lakeFolder.resolve("mart"))) {
      if (file.toString().endsWith(".parquet") && !file.toString().contains("_delta_log")) {
        digests
            .computeIfAbsent(file.getParent().getFileName().toString(), mart -> new ArrayList<>())
            .add(new Digest().add(Files.readAllBytes(file)).hex());
      }
    }
    digests.values().forEach(Collections::sort);
    return digests;
  }

  @Test
  void anUnknownStepGetsTheNearestNames() {
    CommandRun run = run("run", "nightly", "--only", "archiv");
    assertThat(run.exitCode()).isEqualTo(Carbonbook.USAGE);
    assertThat(run.err()).contains("no step archiv").contains("did you mean archive");
  }

  @Test
  void aRollbackShowsAnOlderReleaseAndTheNextRunLeavesIt() throws IOException {
    Path other = SampleLake.get().copyTo(folder.resolve("rollback-lake"));
    CommandRun back = CommandRun.of("--lake", other + "", "releases", "rollback", "R1");
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out()).contains("R2 is current and shows the tables of R1");
    assertThat(CommandRun.of("--lake", other + "", "run", "nightly").err())
        .contains("nothing new, the release is unchanged");
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(
        Stream.concat(Stream.of("--lake", lake.toString()), Stream.of(words))
            .toArray(String[]::new));
  }

  /** The newest version of each table outside ops, by its log. */
  private static Map<String, Long> versions() throws IOException {
    Map<String, Long> versions = new TreeMap<>();
    for (Path file : SampleLake.listFiles(lake)) {
      String path = lake.relativize(file).toString();
      if (path.contains("_delta_log") && path.endsWith(".json") && !path.startsWith("ops")) {
        versions.merge(path.substring(0, path.indexOf("_delta_log")), 1L, Long::sum);
      }
    }
    return versions;
  }
}
