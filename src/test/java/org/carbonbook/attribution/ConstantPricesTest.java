package org.carbonbook.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.lake.Origin;
import org.junit.jupiter.api.Test;

/** Current prices deflated, and series of several base years linked. */
class ConstantPricesTest {

  private static final double EXACT = 1e-12;

  @Test
  void aSeriesIsLinkedInTheLastYearThatBothHave() {
    List<ObservedFigure> figures =
        List.of(
            constant(1995, 1990, 50),
            constant(2000, 1990, 80),
            constant(2000, 2000, 100),
            constant(2005, 2000, 150),
            constant(2005, 2005, 300),
            constant(2007, 2005, 360));
    BaseYearLinks linked = new BaseYearLinks(figures, 2005);
    assertThat(linked.findScale(figures.get(0)).orElseThrow().value())
        .isCloseTo(100.0 / 80 * 300 / 150, within(EXACT));
    assertThat(linked.findScale(figures.get(0)).orElseThrow().how())
        .isEqualTo(
            "prices of 1990 linked to those of 2000 in 2000 linked to those of 2005 in 2005");
    assertThat(linked.findScale(figures.get(5)).orElseThrow().value()).isEqualTo(1);
    BaseYearLinks toOldest = new BaseYearLinks(figures, 1990);
    assertThat(toOldest.findScale(figures.get(5)).orElseThrow().value())
        .isCloseTo(150.0 / 300 * 80 / 100, within(EXACT));
  }

  @Test
  void seriesWithoutACommonYearAreNotLinked() {
    List<ObservedFigure> figures = List.of(constant(1995, 1990, 50), constant(2005, 2005, 300));
    assertThat(new BaseYearLinks(figures, 2005).findScale(figures.get(0))).isEmpty();
    assertThat(new BaseYearLinks(figures, 2010).findScale(figures.get(1))).isEmpty();
  }

  @Test
  void theDeflatorIsThatOfGdpAndItsIndex() {
    List<ObservedFigure> figures = new ArrayList<>();
    figures.add(gdp("A", 2005, 100));
    figures.add(gdp("A", 2006, 121));
    figures.add(index("A", 2006, 110));
    Deflator deflator = new Deflator(figures, 2005);
    // 121 at current prices are 110 at those of 2005.
    assertThat(deflator.findScale(valueAdded(2006)).orElseThrow().value())
        .isCloseTo(110.0 / 121, within(EXACT));
    assertThat(deflator.findScale(valueAdded(2005)).orElseThrow().value()).isEqualTo(1);
    assertThat(deflator.findScale(valueAdded(2007))).isEmpty();
    Deflator backwards = new Deflator(figures, 2006);
    assertThat(backwards.findScale(valueAdded(2005)).orElseThrow().value())
        .isCloseTo(121 / 1.1 / 100, within(EXACT));
  }

  @Test
  void aGapInTheIndexIsNotBridged() {
    List<ObservedFigure> figures =
        List.of(gdp("A", 2005, 100), gdp("A", 2007, 150), index("A", 2007, 120));
    assertThat(new Deflator(figures, 2005).findScale(valueAdded(2007))).isEmpty();
  }

  @Test
  void theIndexOfAnotherPublicationIsNoDeflator() {
    List<ObservedFigure> figures =
        List.of(
            gdp("A", 2005, 100), gdp("A", 2006, 121), index("A", 2006, 110), gdp("B", 2006, 242));
    Deflator deflator = new Deflator(figures, 2005);
    assertThat(deflator.findScale(gdp("A", 2006, 121)).orElseThrow().how())
        .contains("its index of A");
    assertThat(deflator.findScale(gdp("B", 2006, 242))).isEmpty();
  }

  private static ObservedFigure constant(int year, int base, double value) {
    return observed(year, "value_added", "industry", "constant_" + base, "A", value);
  }

  private static ObservedFigure gdp(String edition, int year, double value) {
    return observed(year, "gdp", null, "current", edition, value);
  }

  private static ObservedFigure index(String edition, int year, double value) {
    return observed(year, "gdp_index", null, "prev_year=100", edition, value);
  }

  private static ObservedFigure valueAdded(int year) {
    return observed(year, "value_added", "primary_industry", "current", "A", 1);
  }

  private static ObservedFigure observed(
      int year, String indicator, String sector, String basis, String edition, double value) {
    String id = indicator + year + basis + edition;
    return new ObservedFigure(
        id,
        "421200",
        year,
        indicator,
        sector,
        null,
        basis,
        edition,
        1,
        Origin.PRINTED,
        value,
        "yuan");
  }
}
