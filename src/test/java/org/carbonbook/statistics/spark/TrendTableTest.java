package org.carbonbook.statistics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.fixtures.LocalSpark;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.trend.MannKendall;
import org.carbonbook.statistics.trend.SenSlope;
import org.carbonbook.statistics.trend.TrendResult;
import org.carbonbook.statistics.trend.TrendTests;
import org.junit.jupiter.api.Test;

class TrendTableTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("series", DataTypes.StringType)
          .add("region_code", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("value", DataTypes.DoubleType)
          .add("other", DataTypes.DoubleType);

  private final List<Row> rows = new ArrayList<>();

  @Test
  void everySeriesAndTestHasOneRow() {
    add("rising", 2000, 1, 2, 3, 4, 5, 6, 7, 8);
    add("falling", 2000, 9, 8, 7, 6, 5, 4, 3);
    Dataset<Row> trends =
        on().tests(
                TrendTests.get("original"),
                TrendTests.get("hamed_rao"),
                TrendTests.get("trend_free_pre_whitening"))
            .compute();
    assertThat(trends.columns())
        .containsExactly(
            "series",
            "region_code",
            "n",
            "gaps",
            "mk_test",
            "trend",
            "s",
            "var_s",
            "z",
            "p",
            "tau",
            "sen_slope",
            "sen_low",
            "sen_high",
            "autocorrelation",
            "change_point_year",
            "change_point_p",
            "status");
    assertThat(trends.count()).isEqualTo(6);
    Map<String, Row> byKey = byKey(trends);
    Row rising = byKey.get("rising/original");
    assertThat(rising.<Double>getAs("s")).isEqualTo(28);
    assertThat(rising.<String>getAs("trend")).isEqualTo("increasing");
    assertThat(rising.<Double>getAs("sen_slope")).isEqualTo(1);
    assertThat(rising.<Integer>getAs("change_point_year")).isEqualTo(2003);
    assertThat(byKey.get("falling/original").<String>getAs("trend")).isEqualTo("decreasing");
  }

  @Test
  void rowsInAnyOrderAndPartitionsGiveTheSameFigures() {
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      double[] values = random.doubles(5 + i % 20).map(v -> Math.rint(v * 50) / 10).toArray();
      add("series " + i, 1990, values);
    }
    List<Row> first =
        sorted(on().tests(TrendTests.get("original"), TrendTests.get("yue_wang")).compute());
    Collections.shuffle(rows, random);
    Dataset<Row> scattered = data().repartition(7);
    List<Row> second =
        sorted(
            TrendTable.on(scattered, List.of("series", "region_code"), "year", "value")
                .tests(TrendTests.get("original"), TrendTests.get("yue_wang"))
                .compute());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void theDistributedFiguresAreTheKernels() {
    double[] values = {3.1, 2.9, 3.4, 4.0, 3.8, 4.4, 4.1, 5.0, 5.2};
    add("one", 2001, values);
    Row row = byKey(on().compute()).get("one/original");
    double[] times = {2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009};
    TimeSeries series = TimeSeries.of(times, values).get();
    TrendResult result = MannKendall.original(series);
    SenSlope slope = SenSlope.of(series, 0.05);
    assertThat(row.<Double>getAs("p")).isEqualTo(result.p());
    assertThat(row.<Double>getAs("sen_slope")).isEqualTo(slope.slope());
    assertThat(row.<Double>getAs("sen_low")).isEqualTo(slope.low());
    assertThat(row.<Double>getAs("sen_high")).isEqualTo(slope.high());
  }

  @Test
  void badSeriesSayWhyTheyAreNotAssessed() {
    add("two", 2000, 1, 2);
    add("gaps", 2000, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    add("constant", 2000, 5, 5, 5, 5, 5, 5);
    add("broken", 2000, 1, 2, Double.NaN, Double.NaN, 5, 6, 7);
    add("twice", 2000, 1, 2, 3, 4, 5);
    add("twice", 2004, 6);
    rows.add(RowFactory.create("timeless", "420000", null, 1.0, null));
    Map<String, Row> trends = byKey(on().compute());
    assertThat(status(trends, "two"))
        .isEqualTo("not assessed: 2 observations, the original test needs 4");
    assertThat(status(trends, "gaps")).isEqualTo("not assessed: no observation");
    assertThat(trends.get("gaps/original").<Integer>getAs("gaps")).isEqualTo(5);
    assertThat(status(trends, "twice")).isEqualTo("not assessed: two values for time 2004");
    assertThat(status(trends, "timeless")).isEqualTo("not assessed: a row without a time");
    Row constant = trends.get("constant/original");
    assertThat(status(trends, "constant")).isEqualTo("assessed: constant series");
    assertThat(constant.<Double>getAs("p")).isEqualTo(1);
    assertThat(constant.<Double>getAs("sen_slope")).isZero();
    assertThat(constant.<Double>getAs("autocorrelation")).isNull();
    assertThat(constant.<Integer>getAs("change_point_year")).isNull();
    Row broken = trends.get("broken/original");
    assertThat(broken.<Integer>getAs("n")).isEqualTo(5);
    assertThat(broken.<Integer>getAs("gaps")).isEqualTo(2);
    assertThat(broken.<Double>getAs("sen_slope")).isEqualTo(1);
  }

  @Test
  void aNegativeVarianceIsUndefined() {
    // One strong negative correlation outweighs the rest: the factor is -0.449.
    add("saw", 2000, 6, 6, 5, 6, 2, 4, 3, 9, 1, 4, 0, 6);
    Row row = byKey(on().tests(TrendTests.get("hamed_rao")).compute()).get("saw/hamed_rao");
    assertThat(row.<Double>getAs("var_s")).isNegative();
    assertThat(row.<Double>getAs("p")).isNull();
    assertThat(row.<Double>getAs("z")).isNull();
    assertThat(row.<String>getAs("trend")).isEqualTo("undefined");
    assertThat(row.<String>getAs("status")).isEqualTo("undefined: negative variance");
  }

  @Test
  void seasonsOfMonthlyDates() {
    Dataset<Row> months =
        LocalSpark.session()
            .range(60)
            .selectExpr(
                "'load' as series",
                "add_months(date'2001-03-01', cast(id as int)) as month",
                "cast(id % 12 * 100 + id div 12 as double) as value");
    Row row =
        TrendTable.on(months, List.of("series"), "month", "value")
            .tests(TrendTests.get("seasonal"))
            .period(12)
            .compute()
            .first();
    assertThat(row.<Double>getAs("s")).isEqualTo(120);
    assertThat(row.<Double>getAs("tau")).isEqualTo(1);
    assertThat(row.<Double>getAs("sen_slope")).isEqualTo(1);
  }

  @Test
  void sitesOfARegion() {
    add("a", 2000, 1, 2, 3, 4, 5);
    add("b", 2000, 10, 12, 14, Double.NaN, 18);
    Row row =
        TrendTable.on(data(), List.of("region_code"), "year", "value")
            .site("series")
            .tests(TrendTests.get("regional"))
            .compute()
            .first();
    assertThat(row.<Integer>getAs("n")).isEqualTo(9);
    assertThat(row.<Double>getAs("s")).isEqualTo(16);
    assertThat(row.<Double>getAs("tau")).isEqualTo(1);
    assertThat(row.<Double>getAs("sen_slope")).isBetween(1.0, 2.0);
  }

  @Test
  void aCovariateThatExplainsTheTrend() {
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      double cause = i + random.nextGaussian() * 3;
      rows.add(RowFactory.create("effect", "420000", 1990 + i, 2 * cause + 1, cause));
    }
    Row partial =
        TrendTable.on(data(), List.of("series"), "year", "value")
            .tests(TrendTests.get("original"), TrendTests.get("partial"))
            .covariate("other")
            .compute()
            .filter("mk_test = 'partial'")
            .first();
    assertThat(partial.<Double>getAs("s")).isCloseTo(0, within(1e-9));
  }

  @Test
  void wrongUseNamesTheRemedy() {
    add("one", 2000, 1, 2, 3, 4);
    assertThatThrownBy(() -> on().tests(TrendTests.get("regional")).compute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("need a site column");
    assertThatThrownBy(() -> on().tests(TrendTests.get("seasonal")).compute())
        .hasMessageContaining("need a period");
    assertThatThrownBy(() -> TrendTable.on(data(), List.of("serie"), "year", "value").compute())
        .hasMessageContaining("no column 'serie'");
    assertThatThrownBy(() -> TrendTable.on(data(), List.of("series"), "year", "valeu").compute())
        .hasMessageContaining("no column 'valeu'");
  }

  @Test
  void yearsPrintedAsText() {
    Dataset<Row> printed =
        LocalSpark.session()
            .range(6)
            .selectExpr("concat(1998 + id, '年') as year", "cast(id * 2 as double) as value");
    Row row = TrendTable.on(printed, List.of(), "year", "value").compute().first();
    assertThat(row.<Double>getAs("sen_slope")).isEqualTo(2);
    assertThat(row.<Integer>getAs("change_point_year")).isEqualTo(2000);
  }

  private void add(String series, int from, double... values) {
    for (int i = 0; i < values.length; i++) {
      Double value = Double.isNaN(values[i]) ? null : values[i];
      rows.add(RowFactory.create(series, "420000", from + i, value, null));
    }
  }

  private Dataset<Row> data() {
    return LocalSpark.session().createDataFrame(rows, SCHEMA);
  }

  private TrendTable on() {
    return TrendTable.on(data(), List.of("series", "region_code"), "year", "value");
  }

  private static Map<String, Row> byKey(Dataset<Row> trends) {
    return trends.collectAsList().stream()
        .collect(
            Collectors.toMap(row -> row.getAs("series") + "/" + row.getAs("mk_test"), row -> row));
  }

  private static List<Row> sorted(Dataset<Row> trends) {
    return trends.orderBy("series", "mk_test").collectAsList();
  }

  private static String status(Map<String, Row> trends, String series) {
    return trends.get(series + "/original").getAs("status");
  }
}
