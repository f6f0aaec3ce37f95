package org.carbonbook.statistics.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.LocalSpark;
import org.carbonbook.fixtures.ReferenceFiles;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.spark.GroupedRows;
import org.carbonbook.statistics.spark.TimeColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private final TimeSeries oil = series(new double[] {2006, 2010}, 29.32, 80);

  @Test
  void oneFigureManyReadings() {
    assertThat(growth(GrowthMethod.TOTAL)).isCloseTo(1.72851, within(1e-5));
    assertThat(growth(GrowthMethod.COMPOUND)).isCloseTo(0.2852, within(1e-4));
    assertThat(growth(GrowthMethod.SIMPLE)).isCloseTo(0.4321, within(1e-4));
    Assessment<Growth> yearly =
        GrowthRates.of(oil, 2006, 2010, GrowthMethod.MEAN_OF_YEARLY, basis());
    assertThat(yearly.findReason()).contains(NotAssessedReason.GAP);
    assertThat(
            GrowthRates.withIntervals(oil, 2006, 2010, 3, GrowthMethod.SIMPLE, basis())
                .get()
                .text())
        .isEqualTo("57.6 % simple mean over 3 intervals");
  }

  @Property
  void compoundGrowthLeadsFromTheFirstValueToTheLast(
      @ForAll @DoubleRange(min = 0.01, max = 1000) double first,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double last,
      @ForAll @IntRange(min = 1, max = 40) int years) {
    TimeSeries series = series(new double[] {1980, 1980 + years}, first, last);
    double rate =
        GrowthRates.of(series, 1980, 1980 + years, GrowthMethod.COMPOUND, basis()).get().value();
    assertThat(first * Math.pow(1 + rate, years)).isCloseTo(last, within(1e-9 * last));
    double simple =
        GrowthRates.of(series, 1980, 1980 + years, GrowthMethod.SIMPLE, basis()).get().value();
    assertThat(first * (1 + simple * years)).isCloseTo(last, within(1e-9 * (first + last)));
    assertThat(simple).isGreaterThanOrEqualTo(rate - 1e-12);
  }

  @Test
  void badBasesSayWhy() {
    TimeSeries negative = series(new double[] {2000, 2001, 2002}, -3, 4, 0);
    assertThat(status(negative, 2000, 2001))
        .isEqualTo("not assessed: -3.0 in 2000 is not positive");
    assertThat(status(negative, 2001, 2005)).isEqualTo("not assessed: no value in 2005");
    assertThat(status(negative, 2001, 2001))
        .isEqualTo("not assessed: no interval between 2001 and 2001");
  }

  @Test
  void chainOfThePreviousYear() {
    IndexChain chain =
        IndexChain.ofPreviousYear(series(new double[] {2001, 2002, 2004}, 110, 120, 105));
    assertThat(chain.level(2002, 2000).get()).isCloseTo(1.32, within(1e-12));
    assertThat(chain.level(2000, 2002).get()).isCloseTo(1 / 1.32, within(1e-12));
    assertThat(chain.level(2001, 2001).get()).isEqualTo(1);
    assertThat(chain.level(2004, 2000).status())
        .isEqualTo("not assessed: the index has no value in 2003");
    assertThat(chain.level(2004, 1995).findReason()).contains(NotAssessedReason.BASE_YEAR_MISSING);
  }

  @Test
  void indexOfABaseYear() {
    IndexChain index = IndexChain.ofBaseYear(series(new double[] {2000, 2001, 2002}, 100, 125, -1));
    assertThat(index.level(2001, 2000).get()).isEqualTo(1.25);
    assertThat(index.level(2001, 2001).status())
        .isEqualTo("not assessed: the index is 125.0 in its base year 2001, not 100");
    assertThat(index.level(2001, 1999).findReason()).contains(NotAssessedReason.BASE_YEAR_MISSING);
    assertThat(index.level(2002, 2000).findReason()).contains(NotAssessedReason.NOT_POSITIVE);
  }

  @Test
  @Tag("reference")
  void xianningInPricesOf2000() {
    List<CSVRecord> rows = ReferenceFiles.records("city/v5_xianning_triangulation.csv");
    double[] years = ReferenceFiles.numbers(rows, "year");
    TimeSeries gdp = TimeSeries.of(years, ReferenceFiles.numbers(rows, "gdp_nominal_1e8")).get();
    IndexChain volume =
        IndexChain.ofPreviousYear(
            TimeSeries.of(years, ReferenceFiles.numbers(rows, "gdp_index")).get());
    int checked = 0;
    for (CSVRecord row : rows) {
      double real = ReferenceFiles.number(row.get("gdp_real2000_1e8"));
      if (!Double.isNaN(real)) {
        int year = Integer.parseInt(row.get("year"));
        assertThat(Deflation.byVolume(gdp, volume, year, 2000).get())
            .isCloseTo(real, within(1e-6 * real));
        assertThat(1 / Deflation.scaleByVolume(gdp, volume, year, 2000).get())
            .isCloseTo(Double.parseDouble(row.get("deflator")), within(2e-6));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(24);
  }

  @Test
  void growthOfManySeries() {
    Dataset<Row> rows =
        LocalSpark.session()
            .sql(
                "select * from values ('x', 2000, 100.0), ('x', 2001, 110.0), ('x', 2002, 121.0),"
                    + " ('y', 2000, 5.0), ('z', 2000, null) as t(series, year, value)");
    List<Row> all =
        grouped(rows, "series")
            .map(new GrowthKernel(List.of(), PriceBasis.current()))
            .collectAsList();
    Map<String, Row> byKey =
        all.stream()
            .collect(
                Collectors.toMap(
                    r ->
                        r.getAs("series")
                            + " "
                            + r.getAs("to_year")
                            + " "
                            + r.getAs("method")
                            + " "
                            + r.getAs("from_year"),
                    r -> r));
    assertThat(byKey.get("x 2002 compound 2000").<Double>getAs("value"))
        .isCloseTo(0.1, within(1e-12));
    assertThat(byKey.get("x 2002 mean of yearly 2000").<Double>getAs("value"))
        .isCloseTo(0.1, within(1e-12));
    assertThat(byKey.get("x 2001 simple 2000").<Integer>getAs("intervals")).isEqualTo(1);
    assertThat(byKey.get("x 2002 total 2000").<String>getAs("price_basis")).isEqualTo("current");
    assertThat(byKey.get("y null null null").<String>getAs("status"))
        .isEqualTo("not assessed: 1 observation, growth needs 2");
    assertThat(byKey.get("z null null null").<String>getAs("status"))
        .isEqualTo("not assessed: no observation");
    assertThat(all).hasSize(8);
  }

  @Test
  void aKeyColumnMayNotBeNamedAsAColumnOfTheResult() {
    Dataset<Row> rows =
        LocalSpark.session()
            .sql("select * from values ('current', 2000, 1.0) as t(price_basis, year, value)");
    GrowthKernel kernel = new GrowthKernel(List.of(), PriceBasis.current());
    assertThatThrownBy(() -> grouped(rows, "price_basis").map(kernel))
        .hasMessageContaining("'price_basis' is both a key column and a column of the result");
  }

  private static GroupedRows grouped(Dataset<Row> rows, String key) {
    return GroupedRows.of(
        rows, List.of(key), List.of(TimeColumn.of(rows, "year"), GroupedRows.quoted("value")));
  }

  private double growth(GrowthMethod method) {
    return GrowthRates.of(oil, 2006, 2010, method, basis()).get().value();
  }

  private static String status(TimeSeries series, int from, int to) {
    return GrowthRates.of(series, from, to, GrowthMethod.COMPOUND, basis()).status();
  }

  private static PriceBasis basis() {
    return PriceBasis.notMoney();
  }

  private static TimeSeries series(double[] years, double... values) {
    return TimeSeries.of(years, values).get();
  }
}
