package org.carbonbook.factor.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.notice.Notice;
import org.junit.jupiter.api.Test;

/** Own area first, one area for all years of a series, and a break where that cannot be. */
class GridFactorFinderTest {

  private static final GridPolicy POLICY =
      new GridPolicy(
          "grid_cn",
          List.of("average"),
          List.of("guideline_2005"),
          List.of("cited"),
          GridPolicy.Fallback.GRID_REGION_NEAREST_YEAR,
          10,
          5);
  private static final RegionList REGIONS =
      new RegionList(
          List.of(
              new Region("420000", "湖北", "湖北省", "Hubei", "province", "100000", "华中", "华中"),
              new Region("421200", "咸宁", "咸宁市", "Xianning", "city", "420000", "华中", "华中")));

  private final List<GridFactor> factors = new ArrayList<>();

  @Test
  void theOwnProvinceComesBeforeANearerYearOfTheGrid() {
    grid(2023, 0.5271);
    province(2022, 0.4364);
    assertThat(find(2023).areaZh()).isEqualTo("湖北");
  }

  @Test
  void aProvinceOfAnotherDecadeIsAnotherPowerSystem() {
    grid(2012, 0.5257);
    province(2021, 0.3672);
    assertThat(find(2012).areaZh()).isEqualTo("华中");
    assertThat(find(2016).areaZh()).isEqualTo("湖北");
  }

  /** One by one 2012 would take the grid and 2021 the province. */
  @Test
  void allYearsOfASeriesTakeOneAreaWhereOneHasAFactorForEach() {
    grid(2012, 0.5257);
    grid(2021, 0.5354);
    province(2021, 0.3672);
    GridFactorSeries series = series(2012, 2021);
    assertThat(List.of(area(series, 2012), area(series, 2021))).containsOnly("华中");
    assertThat(series.breaks()).isEmpty();
  }

  @Test
  void whereNoAreaHasAFactorForEachYearTheChangeIsABreak() {
    grid(2012, 0.5257);
    province(2023, 0.4044);
    GridFactorSeries series = series(2012, 2023);
    assertThat(area(series, 2012)).isEqualTo("华中");
    assertThat(area(series, 2023)).isEqualTo("湖北");
    assertThat(series.breaks()).containsExactly(2023);
    assertThat(series.listNotices()).extracting(Notice::code).contains("GRID_FACTOR_AREA_BREAK");
  }

  @Test
  void theOrderOfTheFactorsChangesNothing() {
    province(2010, 0.3717);
    grid(2012, 0.5257);
    province(2021, 0.3672);
    GridFactorSeries series = series(2007, 2012, 2019);
    java.util.Collections.reverse(factors);
    assertThat(series(2007, 2012, 2019)).isEqualTo(series);
  }

  @Test
  void theRangeShowsEveryAreaAndSeriesButUsesOnlyThePolicys() {
    province(2010, 0.3717);
    grid(2012, 0.5257);
    add(2005, "grid", "华中", null, "guideline_2005", 0.801);
    GridFactorFinder finder = new GridFactorFinder(REGIONS, factors);
    assertThat(finder.listCandidates(POLICY, "421200", 2007))
        .extracting(GridFactor::kgCo2PerKwh)
        .containsExactlyInAnyOrder(0.3717, 0.5257, 0.801);
    assertThat(find(2005).series()).isEqualTo("average");
  }

  @Test
  void anUnknownRegionHasNone() {
    GridFactorSeries series =
        new GridFactorFinder(REGIONS, factors).findSeries("set", POLICY, "999999", Set.of(2012));
    assertThat(series.get(2012).findNotice().orElseThrow().code()).isEqualTo("REGION_UNKNOWN");
  }

  private GridFactor find(int year) {
    return series(year).get(year).findFactor().orElseThrow();
  }

  private GridFactorSeries series(Integer... years) {
    return new GridFactorFinder(REGIONS, factors)
        .findSeries("set", POLICY, "420000", Set.of(years));
  }

  private static String area(GridFactorSeries series, int year) {
    return series.get(year).findFactor().orElseThrow().areaZh();
  }

  private void province(int year, double value) {
    add(year, "province", "湖北", "420000", "average", value);
  }

  private void grid(int year, double value) {
    add(year, "grid", "华中", null, "average", value);
  }

  private void add(
      int year, String level, String area, String region, String series, double value) {
    factors.add(
        new GridFactor(
            "grid_cn",
            year,
            level,
            area,
            area,
            region,
            series,
            value,
            "cited",
            "test",
            null,
            "grid_cn.csv",
            factors.size()));
  }
}
