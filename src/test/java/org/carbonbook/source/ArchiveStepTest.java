package org.carbonbook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive keeps of a landing folder that changes from run to run. */
class ArchiveStepTest {

  @TempDir private Path folder;
  private Path landing;
  private Lake lake;
  private int run;

  @BeforeEach
  void open() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
  }

  @Test
  void theSameContentIsKeptOnceAndListedAtEachPath() throws IOException {
    land("a.csv", "1,2");
    land("copy/a.csv", "1,2");
    run();
    assertThat(current()).hasSize(2);
    assertThat(current().stream().map(row -> row.<String>getAs("source_hash")).distinct())
        .hasSize(1);
    String hash = current().get(0).getAs("source_hash");
    assertThat(folder.resolve("lake/raw/files").resolve(hash.substring(0, 2)).resolve(hash))
        .hasContent("1,2");
  }

  @Test
  void changedContentSupersedesAndTheOldContentStays() throws IOException {
    land("a.csv", "old");
    run();
    String before = current().get(0).getAs("source_hash");
    land("a.csv", "newer");
    assertThat(run().written()).isEqualTo(1);
    assertThat(current()).hasSize(1);
    String after = current().get(0).getAs("source_hash");
    assertThat(after).isNotEqualTo(before);
    assertThat(folder.resolve("lake/raw/files").resolve(before.substring(0, 2)).resolve(before))
        .hasContent("old");
  }

  @Test
  void aTouchedFileIsNothingNew() throws IOException {
    land("a.csv", "1");
    run();
    Files.setLastModifiedTime(landing.resolve("a.csv"), FileTime.fromMillis(1_000_000_000_000L));
    assertThat(run().written()).isZero();
  }

  @Test
  void aFileThatLeftStillCounts() throws IOException {
    land("a.csv", "1");
    run();
    Files.delete(landing.resolve("a.csv"));
    run();
    assertThat(current()).extracting(row -> row.<String>getAs("path")).containsExactly("a.csv");
  }

  @Test
  void factsBesideAFileBeatThoseOfItsFolder() throws IOException {
    land("hubei/a.csv", "1");
    land("hubei/b.csv", "2");
    land("source.yaml", "publisher: P\nedition: all\n");
    land("hubei/a.csv.source.yaml", "edition: own\nregion: \"420000\"\n");
    StepResult result = run();
    assertThat(result.notices()).isEmpty();
    assertThat(current())
        .extracting(row -> row.<String>getAs("path") + " " + row.<String>getAs("edition"))
        .containsExactly("hubei/a.csv own", "hubei/b.csv all");
    assertThat(current().get(0).<String>getAs("publisher")).isEqualTo("P");
    assertThat(current().get(0).<String>getAs("region")).isEqualTo("420000");
  }

  @Test
  void changedFactsAreANewRowOfTheSameContent() throws IOException {
    land("a.csv", "1");
    land("a.csv.source.yaml", "edition: first\n");
    run();
    land("a.csv.source.yaml", "edition: second\n");
    assertThat(run().written()).isEqualTo(1);
    assertThat(current().get(0).<String>getAs("edition")).isEqualTo("second");
  }

  @Test
  void aFolderWithoutFactsIsNamedOnce() throws IOException {
    land("x/a.csv", "1");
    land("x/b.csv", "2");
    assertThat(run().notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("SOURCE_UNSTATED");
              assertThat(notice.place()).isEqualTo("x");
              assertThat(notice.remedy()).contains("x/source.yaml");
            });
  }

  @Test
  void aWrongSidecarIsNamedAndItsFileIsKept() throws IOException {
    land("a.csv", "1");
    land("a.csv.source.yaml", "editoin: typo\n");
    assertThat(run().notices()).extracting(Notice::code).contains("SIDECAR_INVALID");
    assertThat(current()).hasSize(1);
  }

  @Test
  void hiddenFilesAndLocksOfSpreadsheetsAreNoData() throws IOException {
    land(".a.csv.swp", "1");
    land("~$table.xlsx", "1");
    land(".git/config", "1");
    run();
    assertThat(current()).isEmpty();
  }

  @Test
  void aMissingLandingFolderIsAnError() throws IOException {
    Files.delete(landing);
    assertThat(run().notices()).extracting(Notice::code).containsExactly("LANDING_UNREADABLE");
  }

  private void land(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Row> current() {
    return SourceFiles.current(lake.table(SourceFiles.TABLE).read().collectAsList());
  }

  private StepResult run() {
    run++;
    StepContext context =
        new StepContext(
            lake,
            new Configuration(Path.of("conf")),
            landing.toString(),
            new WriteContext("run-" + run, run, "tests"));
    return new ArchiveStep().run(context);
  }
}
