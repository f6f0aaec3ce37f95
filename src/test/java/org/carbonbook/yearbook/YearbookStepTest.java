package org.carbonbook.yearbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.ArchiveStep;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a run reads again, and which notices and cells it keeps. */
class YearbookStepTest {

  private static final String HEADING = "region,year,indicator,sector,item,value,unit,basis\n";
  private static final String POPULATION = HEADING + "咸宁市,2010,population,,,290,万人,\n";
  private static final String SALES = HEADING + "咸宁市,2010,全县人口,,,12,万人,\n";

  @TempDir private Path folder;
  private Path landing;
  private Path conf;
  private Lake lake;
  private int run;

  @BeforeEach
  void open() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    conf = folder.resolve("conf");
    FileUtils.copyDirectory(Path.of("conf").toFile(), conf.toFile());
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
  }

  @Test
  void everyEmptyFileIsNamed() throws IOException {
    land("a/empty.csv", "");
    land("b/empty.csv", "");
    land("c/blank.csv", " \n");
    assertThat(run().notices())
        .filteredOn(notice -> notice.code().equals("EMPTY_FILE"))
        .extracting(Notice::place)
        .containsExactly("a/empty.csv", "b/empty.csv", "c/blank.csv");
  }

  @Test
  void aFileIsReadOnce() throws IOException {
    land("population.csv", POPULATION);
    assertThat(run().unchanged()).isZero();
    assertThat(run().unchanged()).isEqualTo(1);
    land("more.csv", POPULATION.replace("290", "291"));
    assertThat(run().unchanged()).isEqualTo(1);
    assertThat(values()).containsExactlyInAnyOrder(290.0, 291.0);
  }

  @Test
  void aNoticeLivesAsLongAsItsReading() throws IOException {
    land("unknown.csv", SALES);
    assertThat(run().notices()).extracting(Notice::code).containsExactly("UNMAPPED_LABEL");
    land("population.csv", POPULATION);
    assertThat(run().notices()).extracting(Notice::code).containsExactly("UNMAPPED_LABEL");
    land("unknown.csv", SALES.replace("全县人口", "population"));
    assertThat(run().notices()).isEmpty();
  }

  @Test
  void aChangedCrosswalkReadsAgainOnlyTheTablesThatUseIt() throws IOException {
    land("unknown.csv", SALES);
    Files.createDirectories(landing.resolve("hubei"));
    FileUtils.copyFile(
        Path.of("sample-data/hubei/energy-balance-2007.xls").toFile(),
        landing.resolve("hubei/energy-balance-2007.xls").toFile());
    run();
    append("crosswalks/tidy.csv", "全县人口,,indicator,,population,,,,,\n");
    StepResult again = run();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.notices()).extracting(Notice::code).doesNotContain("UNMAPPED_LABEL");
    assertThat(lake.table("raw.yearbook_table").read().where("status = 'accepted'").collectAsList())
        .hasSize(2);
    assertThat(values()).contains(12.0);
  }

  @Test
  void aChangedSidecarReadsItsFileAgain() throws IOException {
    land("population.csv", POPULATION);
    run();
    land("population.csv.source.yaml", "region: \"420000\"\nedition: A\npublisher: B\n");
    assertThat(run().unchanged()).isZero();
  }

  @Test
  void aFileThatBecomesALogLeavesNoFigures() throws IOException {
    land("population.csv", POPULATION);
    land("more.csv", POPULATION.replace("290", "291"));
    run();
    Files.writeString(
        conf.resolve("formats/population.yaml"), "kind: readings\npaths: [population.csv]\n");
    run();
    assertThat(values()).containsExactly(291.0);
    assertThat(lake.table("raw.yearbook_table").read().count()).isEqualTo(1);
  }

  /** A table of the new content may fail: then the figures of the old content count, with cells. */
  @Test
  void theCellsOfAnOlderContentStay() throws IOException {
    land("population.csv", POPULATION);
    run();
    land("population.csv", POPULATION.replace("290", "291"));
    run();
    assertThat(values()).containsExactlyInAnyOrder(290.0, 291.0);
  }

  private List<Double> values() {
    return lake.table("raw.cell").read().where("class = 'DATA'").collectAsList().stream()
        .map((Row row) -> row.<Double>getAs("value"))
        .toList();
  }

  private void land(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(conf.resolve(file), line, StandardOpenOption.APPEND);
  }

  private StepResult run() {
    run++;
    WriteContext writing = new WriteContext("run-" + run, run, "tests");
    StepContext context =
        new StepContext(lake, new Configuration(conf), landing.toString(), writing);
    new ArchiveStep().run(context);
    return new YearbookStep().run(context);
  }
}
