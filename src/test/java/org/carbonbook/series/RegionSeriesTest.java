package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.industry.EditionName;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;
import org.junit.jupiter.api.Test;

/** Printed figures to series: editions, constant prices, totals of sets, and bad input. */
class RegionSeriesTest {

  private static final String GDP = "gdp///current";
  private static final String INDEX = "gdp_index///prev_year=100";

  private final List<Notice> notices = new ArrayList<>();

  private RegionSeries region(List<Observation> figures) {
    return Figures.region(figures, notices);
  }

  @Test
  void theLatestEditionOfAPublicationCounts() {
    RegionSeries region =
        region(
            List.of(
                Figures.figure("421200", GDP, "City Yearbook 2009", 2008, 10, "yuan"),
                Figures.figure("421200", GDP, "City Yearbook 2010", 2008, 11, "yuan"),
                Figures.figure("421200", GDP, "City Yearbook 2010", 2009, 12, "yuan"),
                Figures.figure("421200", GDP, "Another Yearbook 2010", 2009, 13, "yuan")));
    assertThat(region.all())
        .extracting(s -> s.whole().name())
        .containsExactly("gdp.current @ Another Yearbook", "gdp.current @ City Yearbook");
    assertThat(region.all().get(1).whole().values()).containsExactly(11, 12);
    assertThat(region.all().get(1).whole().figures().get(0).edition())
        .isEqualTo("City Yearbook 2010");
    assertThat(notices).isEmpty();
  }

  /** Not the name of the edition or its year decides, but the declared priority. */
  @Test
  void theEditionThatCountsFirstCounts() {
    Observation older = Figures.figure("421200", GDP, "City Yearbook 2009", 2008, 10, "yuan");
    Observation newer = Figures.figure("421200", GDP, "City Yearbook 2010", 2008, 11, "yuan");
    RegionSeries region =
        region(
            List.of(
                Figures.with(newer, 2, Origin.PRINTED), Figures.with(older, 1, Origin.PRINTED)));
    assertThat(region.all().get(0).whole().values()).containsExactly(10);
    assertThat(region.all().get(0).whole().rank()).isEqualTo(1);
  }

  @Test
  void anIndexOfAnotherPublicationCountsOnlyWhereItIsLinked() {
    List<Observation> figures = new ArrayList<>();
    for (int year = 2000; year <= 2002; year++) {
      for (String edition : List.of("NBS national data, vintage 2015", "Another Yearbook 2010")) {
        figures.add(Figures.figure("100000", GDP, edition, year, 100, "yuan"));
      }
      figures.add(
          Figures.figure("100000", INDEX, "China Statistical Yearbook 2014", year, 110, "index"));
    }
    RegionSeries region = region(figures);
    YearSeries constant = Figures.find(region, "gdp.constant_2000");
    assertThat(constant.key().publication()).isEqualTo("NBS national data");
    assertThat(constant.findLinkedPublication()).contains("China Statistical Yearbook");
    assertThat(region.all()).hasSize(4);
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.place()).contains("gdp.current @ Another Yearbook");
              assertThat(notice.message()).contains("are not linked to it");
            });
  }

  @Test
  void theWeakestInputIsTheOriginOfWhatIsComputed() {
    RegionSeries region =
        region(
            Figures.all(
                Figures.series("421200", GDP, 2000, 2002, y -> 100),
                Figures.of(Origin.ESTIMATED, Figures.series("421200", INDEX, 2002, 2002, y -> 110)),
                Figures.series("421200", INDEX, 2000, 2001, y -> 110)));
    YearSeries constant = Figures.find(region, "gdp.constant_2000");
    assertThat(constant.find(2001).orElseThrow().origin()).isEqualTo(Origin.COMPUTED);
    assertThat(constant.find(2002).orElseThrow().origin()).isEqualTo(Origin.ESTIMATED);
    assertThat(constant.origin()).isEqualTo(Origin.ESTIMATED);
  }

  @Test
  void twoFiguresOfOneEditionAreANotice() {
    region(
        List.of(
            Figures.figure("421200", GDP, "City Yearbook 2009", 2008, 10, "yuan"),
            Figures.figure("421200", GDP, "City Yearbook 2009", 2008, 11, "yuan"),
            Figures.figure("421200", GDP, "City Yearbook 2009", 2009, 1, "t")));
    assertThat(notices).extracting(Notice::code).containsOnly("SERIES_CONFLICT").hasSize(2);
    assertThat(notices.get(0).place()).isEqualTo("421200 gdp.current @ City Yearbook 2008");
    assertThat(notices.get(1).message()).contains("is in t but the series is in yuan");
  }

  @Test
  void anIndexOfVolumeCarriesTheBaseYearsValueOn() {
    RegionSeries region =
        region(
            Figures.all(
                Figures.series("421200", GDP, 1999, 2002, y -> 100 + y - 1999),
                Figures.series("421200", INDEX, 1999, 2002, y -> 110)));
    YearSeries constant = Figures.find(region, "gdp.constant_2000");
    assertThat(constant.prices().text()).isEqualTo("constant 2000");
    assertThat(constant.find(2000).orElseThrow().value()).isEqualTo(101);
    assertThat(constant.find(2002).orElseThrow().value()).isCloseTo(101 * 1.21, within(1e-12));
    assertThat(constant.find(1999).orElseThrow().value()).isCloseTo(101 / 1.1, within(1e-12));
    SeriesFigure.Deflated how = constant.find(2002).orElseThrow().deflation();
    assertThat(how.linkYears()).containsExactly(2001, 2002);
    assertThat(how.sourceYear()).isEqualTo(2000);
    assertThat(constant.find(1999).orElseThrow().deflation().linkDirection()).isEqualTo("back");
    assertThat(notices).isEmpty();
  }

  @Test
  void anIndexOfPricesDividesTheYearsValue() {
    RegionSeries region =
        region(
            Figures.all(
                Figures.series("421200", "gross_output/chemicals//current", 2005, 2007, y -> 200),
                Figures.series(
                    "421200", "price_index/chemicals//prev_year=100", 2005, 2007, y -> 125)));
    assertThat(Figures.find(region, "gross_output.chemicals.constant_2005").values())
        .containsExactly(200, 160, 128);
  }

  @Test
  void aBaseYearThatIsMissingIsANotice() {
    RegionSeries region =
        region(
            Figures.all(
                Figures.series("421200", GDP, 2003, 2005, y -> 100),
                Figures.series("421200", INDEX, 2003, 2005, y -> 110)));
    assertThat(region.all()).hasSize(2);
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("NOT_DEFLATED");
              assertThat(notice.message())
                  .contains("3 of 3 years")
                  .contains("no value in the base year 2000");
            });
  }

  @Test
  void aFixedIndexThatIsNot100InItsBaseYearIsANotice() {
    region(
        Figures.all(
            Figures.series("421200", GDP, 2000, 2001, y -> 100),
            Figures.series("421200", "gdp_index///2000=100", 2000, 2001, y -> 101)));
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.message())
                    .contains("the index is 101.0 in its base year 2000, not 100"));
  }

  @Test
  void aBrokenChainLeavesItsYearsOut() {
    List<Observation> index =
        new ArrayList<>(Figures.series("421200", INDEX, 2000, 2005, y -> 110));
    index.removeIf(o -> o.year() == 2003);
    RegionSeries region =
        region(Figures.all(Figures.series("421200", GDP, 2000, 2005, y -> 100), index));
    assertThat(Figures.find(region, "gdp.constant_2000").years()).containsExactly(2000, 2001, 2002);
    assertThat(notices)
        .singleElement()
        .satisfies(n -> assertThat(n.message()).contains("3 of 6 years"));
  }

  @Test
  void aTotalNeedsEveryMember() {
    List<Observation> figures = new ArrayList<>();
    for (String member :
        Figures.RULES.industry().sets().find("six_high_energy").orElseThrow().listMembers()) {
      figures.addAll(
          Figures.series("421200", "emission_co2/" + member + "//tCO2", 2003, 2005, y -> 0.1));
    }
    figures.removeIf(o -> o.year() == 2004 && "chemicals".equals(o.key().sector()));
    YearSeries total = Figures.find(region(figures), "emission_co2.six_high_energy.tCO2");
    assertThat(total.years()).containsExactly(2003, 2005);
    assertThat(total.values()).containsOnly(0.6);
    assertThat(total.figures().get(0).parts()).hasSize(6);
    assertThat(notices).extracting(Notice::code).containsExactly("SET_INCOMPLETE");
  }

  @Test
  void anIndustryThatNoVersionKnowsIsANotice() {
    region(Figures.series("421200", "gross_output/moon_mining//current", 2003, 2005, y -> 1));
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("INDUSTRY_UNKNOWN");
              assertThat(notice.place()).isEqualTo("421200 moon_mining");
              assertThat(notice.remedy()).contains("conf/sectors.csv");
            });
  }

  @Test
  void whatIsPrintedCountsBeforeWhatIsWorkedOut() {
    RegionSeries region =
        region(
            Figures.all(
                Figures.series("421200", GDP, 2000, 2002, y -> 100),
                Figures.series("421200", INDEX, 2000, 2002, y -> 110),
                Figures.series("421200", "gdp///constant_2000", 2000, 2001, y -> 99)));
    YearSeries constant = Figures.find(region, "gdp.constant_2000");
    assertThat(constant.values()).containsExactly(99, 99);
    assertThat(region.all()).hasSize(3);
  }

  @Test
  void publicationsAreEditionsWithoutTheirYear() {
    assertThat(EditionName.publicationOf("China Energy Statistical Yearbook 2008"))
        .isEqualTo("China Energy Statistical Yearbook");
    assertThat(EditionName.publicationOf("湖北统计年鉴2011年版")).isEqualTo("湖北统计年鉴");
    assertThat(EditionName.publicationOf("NBS national data, vintage 2015"))
        .isEqualTo("NBS national data");
    assertThat(EditionName.publicationOf("Handbook, Edition 2012")).isEqualTo("Handbook");
    assertThat(EditionName.publicationOf("2008")).isEqualTo("2008");
    assertThat(EditionName.publicationOf(null)).isEqualTo("edition not stated");
    assertThat(EditionName.yearOf("NBS national data, vintage 2015")).isEqualTo(2015);
    assertThat(EditionName.yearOf("City panel, first series")).isZero();
  }
}
