package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.notice.Notice;
import org.carbonbook.series.SeriesSegments.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of GB/T 4754, sets of industries, and where a series breaks. */
class ClassificationTest {

  private static final String ENERGY = "energy_consumption/%s/energy_total/coal_equivalent";

  @TempDir Path folder;

  private static Split split(String sector, int from, int to) {
    List<Notice> notices = new ArrayList<>();
    List<Observation> figures =
        Figures.series("421200", ENERGY.formatted(sector), from, to, year -> year);
    return Figures.region(figures, notices).all().get(0);
  }

  @Test
  void theProjectsSetsFitItsSectors() {
    List<Notice> notices = new ArrayList<>();
    SeriesRules rules = SeriesRules.read(Path.of("conf"), notices);
    assertThat(notices).isEmpty();
    assertThat(rules.industry().sets().find("six_high_energy").orElseThrow().members())
        .hasSize(4)
        .allSatisfy(members -> assertThat(members).hasSize(6));
  }

  @Test
  void aSeriesAcrossABreakIsTwoSeriesAndTheBreakIsTold() {
    Split split = split("ferrous_smelting", 2009, 2014);
    assertThat(split.segments())
        .extracting(YearSeries::name)
        .allSatisfy(name -> assertThat(name).contains("@ Test Yearbook [GB/T 4754-20"))
        .hasSize(2);
    assertThat(split.segments().get(0).figures())
        .extracting(SeriesFigure::year)
        .containsExactly(2009, 2010, 2011);
    assertThat(split.breaks())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.lastYear()).isEqualTo(2011);
              assertThat(each.nextYear()).isEqualTo(2012);
              assertThat(each.reason()).contains("2002 to -2011").contains("3591");
            });
  }

  @Test
  void anIndustryThatPassesWholeIsOneSeries() {
    Split split = split("power_heat", 1995, 2020);
    assertThat(split.breaks()).isEmpty();
    assertThat(split.segments())
        .singleElement()
        .extracting(YearSeries::name)
        .asString()
        .endsWith("[GB/T 4754-1994…2017]");
  }

  @Test
  void theNameOfAStretchDoesNotDependOnTheYearsThereAre() {
    assertThat(split("ferrous_smelting", 2012, 2014).segments().get(0).name())
        .isEqualTo(split("ferrous_smelting", 2009, 2014).segments().get(1).name());
  }

  @Test
  void whatIsNoIndustryHasNoBreak() {
    assertThat(split("consumption_total", 1990, 2020).segments())
        .singleElement()
        .extracting(YearSeries::name)
        .isEqualTo(
            "energy_consumption.consumption_total.energy_total.coal_equivalent @ Test Yearbook");
  }

  @Test
  void aPublicationWithOneListOfSectorsHasNoBreak() {
    SeriesKey key =
        new SeriesKey("emission_co2", "chemicals", null, "tCO2", "CEADs provincial inventories");
    assertThat(Figures.RULES.segments().nameAt(key, 1997))
        .isEqualTo(Figures.RULES.segments().nameAt(key, 2019));
    assertThat(Figures.RULES.segments().findVersion(key, 2019)).isEqualTo("2002");
  }

  @Test
  void figuresPrintedUnderANewHeadingCountByTheVersionThatKnowsIt() {
    SeriesKey plastics = new SeriesKey("gross_output", "rubber_plastics", null, "current", "X");
    SeriesKey rubber = new SeriesKey("gross_output", "rubber", null, "current", "X");
    assertThat(Figures.RULES.segments().findVersion(plastics, 2008)).isEqualTo("2011");
    assertThat(Figures.RULES.segments().findVersion(rubber, 2013)).isEqualTo("2002");
  }

  @Test
  void aBreakInASetIsThatOfItsMembers() {
    SeriesKey six = new SeriesKey("emission_co2", "six_high_energy", null, "tCO2", "Yearbook");
    Split split =
        Figures.RULES
            .segments()
            .split(
                new YearSeries(
                    six,
                    six.name(),
                    "tCO2",
                    Stream.of(2011, 2012)
                        .map(
                            y ->
                                SeriesFigure.observed(
                                    Figures.figure("421200", "a///", "Y 2012", y, 1, "t")))
                        .toList()));
    assertThat(split.breaks())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("chemicals: names agree"));
  }

  @Test
  void aMemberThatDoesNotFitIsANoticeThatNamesItsLine() throws IOException {
    copyConf();
    Files.writeString(
        folder.resolve("industry/members.csv"),
        "set,version,code,sector\nmine,2017,99,chemicals\nsix_high_energy,2013,26,chemicals\n");
    List<Notice> notices = new ArrayList<>();
    SeriesRules.read(folder, notices);
    assertThat(notices).extracting(Notice::code).containsOnly("SET_MEMBER_UNKNOWN").hasSize(2);
    assertThat(notices.get(0).place()).endsWith("members.csv:2");
    assertThat(notices).extracting(Notice::message).anyMatch(m -> m.contains("no such set"));
    assertThat(notices).extracting(Notice::message).anyMatch(m -> m.contains("no such version"));
  }

  @Test
  void aSetOfOnesOwnIsTwoEntries() throws IOException {
    copyConf();
    append("industry/sets.csv", "metals,金属,Metals\n");
    append(
        "industry/members.csv",
        "metals,2017,31,ferrous_smelting\nmetals,2017,32,nonferrous_smelting\n");
    SeriesRules rules = SeriesRules.read(folder, new ArrayList<>());
    List<Observation> figures =
        Figures.all(
            Figures.series("421200", ENERGY.formatted("ferrous_smelting"), 2018, 2020, y -> 2),
            Figures.series("421200", ENERGY.formatted("nonferrous_smelting"), 2018, 2020, y -> 3));
    RegionSeries region = RegionSeries.of("421200", figures, rules, new ArrayList<>());
    assertThat(
            Figures.find(region, "energy_consumption.metals.energy_total.coal_equivalent").values())
        .containsExactly(5, 5, 5);
  }

  @Test
  void aWrongWeightOrTestNamesItsFile() throws IOException {
    copyConf();
    append("industry/concordance.csv", "2011,30,2017,30,1.2,too much\n");
    assertThatThrownBy(() -> SeriesRules.read(folder, new ArrayList<>()))
        .hasMessageContaining("concordance.csv:")
        .hasMessageContaining("'1.2' must be above 0 and at most 1");
    Path rules = folder.resolve("industry/analysis.yaml");
    Files.writeString(rules, Files.readString(rules).replace("hamed_rao", "hamed"));
    assertThatThrownBy(() -> AnalysisRules.read(rules))
        .hasMessageContaining("analysis.yaml: no test 'hamed'");
  }

  private void append(String file, String line) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path) + line);
  }

  private void copyConf() throws IOException {
    for (String part : List.of("industry", "scenarios")) {
      Files.createDirectories(folder.resolve(part));
      try (Stream<Path> files = Files.list(Path.of("conf", part))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
        }
      }
    }
    for (String file : SeriesNames.FILES) {
      Files.copy(Path.of("conf", file), folder.resolve(file));
    }
  }
}
