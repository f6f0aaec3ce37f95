package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Releases;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.source.ArchiveStep;
import org.carbonbook.source.LandingParts;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years that are loaded one by one: real archive, a made-up reader that some years displease. */
class BackfillTest {

  @TempDir Path folder;
  private ToyJob toy;
  private Path landing;
  private final List<String> seen = new ArrayList<>();
  private int failures;

  @BeforeEach
  void fill() throws IOException {
    toy = new ToyJob(folder);
    landing = Files.createDirectories(folder.resolve("landing/hubei"));
    for (int year = 2001; year <= 2005; year++) {
      Files.writeString(landing.resolve("balance-" + year + ".csv"), "year\n" + year + "\n");
    }
    Files.writeString(landing.resolve("registry.csv"), "for all\n");
    Files.writeString(landing.resolve("named.csv"), "as stated beside it\n");
    Files.writeString(landing.resolve("named.csv.source.yaml"), "year: 2003\npublisher: p\n");
  }

  private BackfillReport run(String from, String to, ToyStep reader) throws IOException {
    toy.write(
        """
        parameters: {attempts: 3, per_part: [archive, reader]}
        steps: [archive, reader, last]
        notify:
          success: ["echo success $CARBONBOOK_OUTCOME >> %1$s"]
          failure: ["echo failure $CARBONBOOK_RELEASE $CARBONBOOK_MESSAGE >> %1$s"]
        """
            .formatted(folder.resolve("called")));
    ToyStep last = ToyStep.of("last", List.of("raw.source_file"), List.of());
    JobRunner runner =
        new JobRunner(
            toy.lake,
            new org.carbonbook.step.Configuration(toy.conf),
            folder.resolve("landing").toString(),
            new RunListener() {},
            () -> new StepCatalog(List.of(new ArchiveStep(), reader, last)));
    return runner.backfill(
        toy.jobs(), "toy", new BackfillRange(LandingParts.By.YEAR, from, to), Duration.ZERO);
  }

  /** Reads nothing and says what it was given. */
  private ToyStep reader() {
    return new ToyStep(
        "reader", List.of("raw.source_file"), List.of("raw.read"), List.of(), this::look);
  }

  private StepResult look(StepContext context) {
    seen.add(paths(context.lake()));
    return StepResult.of(0, 0);
  }

  private static String paths(Lake lake) {
    return lake.table("raw.source_file").read().collectAsList().stream()
        .map((Row row) -> row.<String>getAs("path").replace("hubei/", "").replace(".csv", ""))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void partsOfTheRangeAreLoadedOneByOneAndPublished() throws IOException {
    BackfillReport report = run("2002", "2004", reader());
    assertThat(report.parts())
        .extracting(part -> part.name() + " " + part.files())
        .containsExactly("undated 1", "2002 1", "2003 2", "2004 1");
    assertThat(report.listLeft()).isEmpty();
    assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(folder.resolve("called")).hasContent("success PUBLISHED");
    assertThat(seen)
        .startsWith(
            "registry",
            "balance-2002 registry",
            "balance-2002 balance-2003 named registry",
            "balance-2002 balance-2003 balance-2004 named registry");
    assertThat(new Releases(toy.lake).findCurrent()).isPresent();

    long version = toy.lake.table("raw.source_file").findVersion().orElseThrow();
    BackfillReport again = run("2002", "2004", reader());
    assertThat(again.outcome()).isEqualTo(RunOutcome.UNCHANGED);
    assertThat(toy.lake.table("raw.source_file").findVersion().orElseThrow())
        .as("the same again costs no file")
        .isEqualTo(version);
  }

  @Test
  void aYearWithErrorsIsTakenOutAgainAndTheOthersArePublished() throws IOException {
    ToyStep picky =
        reader()
            .doing(
                context -> {
                  look(context);
                  boolean bad = paths(context.lake()).contains("balance-2003");
                  Notice error =
                      new Notice("BAD_YEAR", Severity.ERROR, "balance-2003.csv", "no sum", "mend");
                  return new StepResult(0, 0, 0, 0, bad ? List.of(error) : List.of());
                });
    BackfillReport report = run("2003", null, picky);
    assertThat(report.listLeft())
        .containsExactly(
            new BackfillReport.Part("2003", 2, 1, "BAD_YEAR balance-2003.csv: no sum"));
    assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(paths(toy.lake)).isEqualTo("balance-2004 balance-2005 registry");
    assertThat(folder.resolve("called")).hasContent("failure R1 not loaded: 2003");

    BackfillReport mended = run("2003", "2003", reader());
    assertThat(mended.listLeft()).isEmpty();
    assertThat(paths(toy.lake)).contains("balance-2003", "named");
  }

  @Test
  void aYearThatFailsIsTriedAsOftenAsTheJobSays() throws IOException {
    ToyStep flaky =
        reader()
            .doing(
                context -> {
                  String paths = paths(context.lake());
                  if (paths.contains("balance-2002") && !paths.contains("2003") && failures++ < 2) {
                    throw new IllegalStateException("a disk was away");
                  }
                  if (paths.endsWith("balance-2004 named registry")) {
                    throw new IllegalStateException("never");
                  }
                  return look(context);
                });
    BackfillReport report = run("2002", "2005", flaky);
    assertThat(report.parts())
        .extracting(part -> part.name() + " " + part.attempts() + " " + part.isLeft())
        .containsExactly(
            "undated 1 false", "2002 3 false", "2003 1 false", "2004 3 true", "2005 1 false");
    assertThat(report.listLeft().get(0).failure()).isEqualTo("step reader failed: never");
    assertThat(paths(toy.lake)).doesNotContain("2004").contains("2002", "2005");
    assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
  }

  @Test
  void aRangeWithoutFilesSaysWhatThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run("1990", "1999", reader()))
        .withMessageContaining("by year there is 2001, 2002, 2003, 2004, 2005, undated");
  }

  @Test
  void datesAndEditionsAreFoundToo() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    for (String name :
        List.of("readings-2024-01.csv", "readings-2024-02-03.csv", "day20240307.csv", "x.csv")) {
      Files.writeString(other.resolve(name), name);
    }
    Files.writeString(other.resolve("x.csv.source.yaml"), "edition: Yearbook 2008\n");
    var hadoop = toy.lake.files().getConf();
    assertThat(new LandingParts(other.toString(), LandingParts.By.DATE, hadoop).listParts())
        .containsOnlyKeys("2024-01", "2024-02-03", "2024-03-07", "undated");
    assertThat(new LandingParts(other.toString(), LandingParts.By.EDITION, hadoop).listParts())
        .containsOnlyKeys("Yearbook 2008", "undated");
    BackfillRange range = new BackfillRange(LandingParts.By.DATE, "2024-01-15", "2024-02-03");
    assertThat(List.of("2024-01", "2024-02-03", "undated")).allMatch(range::contains);
    assertThat(List.of("2023-12", "2024-02-04", "2024-03-07")).noneMatch(range::contains);
  }
}
