package org.carbonbook.yearbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.ArchiveStep;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices and rejected figures exist exactly as long as the observations they belong to. */
class ObservationStepTest {

  private static final String HEADING = "region,year,indicator,sector,item,value,unit,basis\n";
  private static final String POPULATION = HEADING + "咸宁市,2010,population,,,290,万人,\n";

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
  void rejectsEndWithTheConflictAndKeepThoseOfOtherSteps() throws IOException {
    land("a.csv", POPULATION);
    land("b.csv", POPULATION.replace("290", "291"));
    StepResult conflict = run();
    assertThat(conflict.notices()).extracting(Notice::code).contains("CONFLICTING_FIGURES");
    assertThat(conflict.rejected()).isEqualTo(2);
    assertThat(rejects())
        .containsExactlyInAnyOrder(
            "observation core.observation a.csv!a!F2 290",
            "observation core.observation b.csv!b!F2 291");
    assertThat(units()).hasSize(1);

    WorkUnits others = WorkUnits.open(context("other"), new OtherStep());
    others.stale(Map.of("x", "1"));
    others.done(
        "x", List.of(), List.of(new WorkUnits.Reject("core.other", "x:1", "NOT_A_NUMBER", "?")));
    others.save();

    land("b.csv", POPULATION.replace("2010", "2011"));
    StepResult repaired = run();
    assertThat(repaired.rejected()).isZero();
    assertThat(repaired.notices()).extracting(Notice::code).doesNotContain("CONFLICTING_FIGURES");
    assertThat(rejects()).containsExactly("other x x:1 ?");
    assertThat(units().get(0).<Long>getAs("run_number")).isEqualTo(run);
  }

  @Test
  void theRoundingOfTheCoarserPrintIsNoConflict() throws IOException {
    land("a.csv", POPULATION.replace("290", "887.1"));
    land("b.csv", POPULATION.replace("290", "887.05"));
    StepResult same = run();
    assertThat(same.notices())
        .extracting(Notice::code)
        .containsExactly("REPEATED_FIGURES", "EDITION_UNRANKED");
    assertThat(figures()).containsExactly("b.csv 887.05 false");
    land("a.csv", POPULATION.replace("290", "887.2"));
    assertThat(run().notices()).extracting(Notice::code).contains("CONFLICTING_FIGURES");
  }

  @Test
  void aFigureThatIsContradictedStaysAsItWas() throws IOException {
    land("a.csv", POPULATION);
    run();
    land("b.csv", POPULATION.replace("290", "291"));
    run();
    assertThat(figures()).containsExactly("a.csv 290.0 true");
    run();
    assertThat(figures()).containsExactly("a.csv 290.0 true");
    land("b.csv", POPULATION.replace("2010", "2011"));
    run();
    assertThat(figures()).containsExactly("a.csv 290.0 false", "b.csv 290.0 false");
  }

  @Test
  void aTableThatFailsKeepsItsLastGoodFigures() throws IOException {
    land("a.csv", POPULATION);
    land("b.csv", POPULATION.replace("2010", "2011").replace("290", "291"));
    run();
    land("a.csv", POPULATION.replace("population", "全县人口").replace("290", "295"));
    StepResult failed = run();
    assertThat(failed.notices()).extracting(Notice::code).contains("TABLE_STALE");
    assertThat(figures()).containsExactly("a.csv 290.0 true", "b.csv 291.0 false");
    assertThat(held()).containsExactly("a.csv a stale UNMAPPED_LABEL 1");
    land("a.csv", POPULATION.replace("290", "295"));
    run();
    assertThat(figures()).containsExactly("a.csv 295.0 false", "b.csv 291.0 false");
    assertThat(held()).isEmpty();
  }

  @Test
  void aMisprintedUnitIsHeldByTheNeighbours() throws IOException {
    for (int year = 2005; year < 2010; year++) {
      land(year + ".csv", consumption(year, year == 2008 ? "吨标准煤" : "万吨标准煤"));
    }
    StepResult result = run();
    assertThat(result.notices())
        .filteredOn(notice -> notice.code().equals("MAGNITUDE_JUMPS"))
        .extracting(Notice::place)
        .containsExactly("2008.csv!2008!F2");
    assertThat(figures()).hasSize(12).noneMatch(figure -> figure.startsWith("2008"));
    assertThat(held()).containsExactly("2008.csv 2008 partly_held MAGNITUDE_JUMPS 0");
  }

  private static String consumption(int year, String unit) {
    StringBuilder text = new StringBuilder(HEADING);
    for (String sector : List.of("consumption_total", "industry", "construction")) {
      text.append(
          "咸宁市,%d,energy_consumption,%s,energy_total,%d,%s,coal_equivalent\n"
              .formatted(year, sector, 300 + sector.length() + year - 2000, unit));
    }
    return text.toString();
  }

  @Test
  void aFigurePerHeadOutsideItsBandIsHeld() throws IOException {
    land("people.csv", POPULATION);
    land("gdp.csv", HEADING + "咸宁市,2010,gdp,,,520,元,current\n");
    StepResult result = run();
    assertThat(result.notices())
        .filteredOn(notice -> notice.code().equals("OUTSIDE_BAND"))
        .extracting(Notice::place)
        .containsExactly("gdp.csv!gdp!F2");
    assertThat(figures()).containsExactly("people.csv 290.0 false");
  }

  private List<String> figures() {
    return lake.table("core.observation").read().orderBy("path", "cell").collectAsList().stream()
        .map(row -> "%s %s %s".formatted(row.getAs("path"), row.getAs("value"), row.getAs("stale")))
        .toList();
  }

  private List<String> held() {
    return lake.table("core.held_table").read().orderBy("path").collectAsList().stream()
        .map(
            row ->
                "%s %s %s %s %s"
                    .formatted(
                        row.getAs("path"),
                        row.getAs("sheet"),
                        row.getAs("held_as"),
                        row.getAs("reason"),
                        row.getAs("figures_kept")))
        .toList();
  }

  private List<String> rejects() {
    return lake.table("ops.reject").read().collectAsList().stream()
        .map(
            row ->
                "%s %s %s %s"
                    .formatted(
                        row.getAs("step"),
                        row.getAs("unit"),
                        row.getAs("place"),
                        row.getAs("text")))
        .toList();
  }

  private List<Row> units() {
    return lake.table(WorkUnits.table("observation")).read().collectAsList();
  }

  private void land(String path, String text) throws IOException {
    Files.writeString(landing.resolve(path), text);
    Files.writeString(
        landing.resolve(path + ".source.yaml"), "region: \"421200\"\nedition: A\npublisher: B\n");
  }

  private StepResult run() {
    run++;
    new ArchiveStep().run(context("archive"));
    new YearbookStep().run(context("yearbook"));
    return new ObservationStep().run(context("observation"));
  }

  private StepContext context(String step) {
    return new StepContext(
        lake,
        new Configuration(Path.of("conf")),
        landing.toString(),
        new WriteContext("run-" + run, run, step));
  }

  private static final class OtherStep implements Step {

    @Override
    public String name() {
      return "other";
    }

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public List<String> writes() {
      return List.of(WorkUnits.table("other"));
    }

    @Override
    public StepResult run(StepContext context) {
      return StepResult.of(0, 0);
    }
  }
}
