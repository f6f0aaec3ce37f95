package org.carbonbook.statistics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.carbonbook.fixtures.ReferenceFiles;
import org.carbonbook.statistics.series.TimeSeries;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every row of the published expectations of pyMannKendall. */
@Tag("reference")
class PublishedMannKendallTest {

  /**
   * "exact" there is the equality of one floating-point library; here it leaves the last digits.
   */
  private static final double EXACT = 1e-13;

  /** Where p is printed as 0.0, the exact p is tiny, not zero. */
  private static final double TINY_P = 1e-15;

  /**
   * Perfectly correlated seasons leave z = 5220 / sqrt(452400) = 7.76, so p = 8.44e-15: the
   * published test rounds this p to a whole number before it compares.
   */
  private static final double TINY_P_OF_CORRELATED_SEASONS = 8.4364e-15;

  /** The published p is 2 (1 - Phi(|z|)), which loses what is below the last place of 1. */
  private static final double LAST_PLACE_OF_ONE = 2.3e-16;

  private record Outcome(TrendResult result, SenSlope slope) {}

  private final double[] noTrend = filled(i -> 10.0);
  private final double[] trend = filled(i -> i);

  @TestFactory
  Stream<DynamicTest> everyRow() {
    List<CSVRecord> rows = ReferenceFiles.records("statistics/v07_mk_expected.csv");
    assertThat(rows).hasSizeGreaterThan(150);
    return rows.stream()
        .map(row -> dynamicTest(row.get("call") + " " + row.get("field"), () -> check(row)));
  }

  private void check(CSVRecord row) {
    Outcome outcome = outcome(row.get("call"));
    String expected = row.get("expected");
    TrendResult result = outcome.result();
    switch (row.get("field")) {
      case "trend" -> assertThat("'" + result.trend(0.05).text() + "'").isEqualTo(expected);
      case "h" ->
          assertThat(result.trend(0.05) != TrendDirection.NO_TREND)
              .isEqualTo(expected.equals("True"));
      default -> {
        double wanted = Double.parseDouble(expected);
        assertThat(number(outcome, row.get("field"))).isCloseTo(wanted, tolerance(row, wanted));
      }
    }
  }

  private static double number(Outcome outcome, String field) {
    TrendResult result = outcome.result();
    return switch (field) {
      case "p" -> result.p();
      case "z" -> result.z();
      case "Tau" -> result.tau();
      case "s" -> result.s();
      case "var_s" -> result.varS();
      case "slope" -> outcome.slope().slope();
      case "intercept" -> outcome.slope().intercept();
      default -> throw new AssertionError("a field this test does not know: " + field);
    };
  }

  private static Offset<Double> tolerance(CSVRecord row, double wanted) {
    boolean probability = row.get("field").equals("p");
    if (wanted == 0) {
      boolean seasons = row.get("call").startsWith("mk.correlated_seasonal_test(TrendData");
      double tiny = seasons ? TINY_P_OF_CORRELATED_SEASONS : TINY_P;
      return Offset.offset(probability ? tiny : 1e-300);
    }
    String match = row.get("match");
    double relative =
        match.equals("exact") ? EXACT : Double.parseDouble(match.substring("rtol=".length()));
    return Offset.offset(relative * Math.abs(wanted) + (probability ? LAST_PLACE_OF_ONE : 0));
  }

  private Outcome outcome(String call) {
    String name = call.substring("mk.".length(), call.indexOf('('));
    String[] arguments = call.substring(call.indexOf('(') + 1, call.length() - 1).split(",\\s*");
    double[][] data = data(arguments[0]);
    String option = arguments.length > 1 ? arguments[1] : "";
    int number = option.isEmpty() ? 0 : Integer.parseInt(option.substring(option.indexOf('=') + 1));
    TimeSeries series = TimeSeries.ofSequence(data[0]).get();
    Map<String, Supplier<Outcome>> known =
        Map.ofEntries(
            Map.entry("sens_slope", () -> new Outcome(null, SenSlope.of(series, 0.05))),
            Map.entry(
                "seasonal_sens_slope",
                () -> new Outcome(null, SenSlope.seasonal(series, 12, 0.05))),
            Map.entry("original_test", () -> one(MannKendall.original(series))),
            Map.entry(
                "hamed_rao_modification_test",
                () ->
                    one(
                        number == 0
                            ? MannKendall.hamedRao(series)
                            : MannKendall.hamedRao(series, number, 0.05))),
            Map.entry(
                "yue_wang_modification_test",
                () ->
                    one(
                        number == 0
                            ? MannKendall.yueWang(series)
                            : MannKendall.yueWang(series, number))),
            Map.entry(
                "pre_whitening_modification_test", () -> one(MannKendall.preWhitened(series))),
            Map.entry(
                "trend_free_pre_whitening_modification_test",
                () -> one(MannKendall.trendFreePreWhitened(series))),
            Map.entry(
                "seasonal_test",
                () -> one(GroupedMannKendall.seasonal(Seasons.of(series, number)))),
            Map.entry(
                "correlated_seasonal_test",
                () -> one(GroupedMannKendall.correlatedSeasonal(Seasons.of(series, number)))),
            Map.entry(
                "regional_test",
                () -> new Outcome(GroupedMannKendall.regional(data), SenSlope.pooled(data, 0.05))),
            Map.entry(
                "correlated_multivariate_test",
                () ->
                    new Outcome(
                        GroupedMannKendall.correlatedMultivariate(data),
                        SenSlope.pooled(data, 0.05))),
            Map.entry(
                "partial_test",
                () ->
                    new Outcome(
                        PartialMannKendall.test(data[0], data[1]), SenSlope.of(series, 0.05))));
    return known.get(name).get();
  }

  private static Outcome one(TrendResult result) {
    return new Outcome(result, null);
  }

  private double[][] data(String name) {
    return switch (name) {
      case "NoTrendData" -> new double[][] {noTrend};
      case "TrendData" -> new double[][] {trend};
      case "NoTrend2dData" -> new double[][] {noTrend, noTrend};
      case "arbitrary_1d_data" ->
          new double[][] {
            ReferenceFiles.numbers(
                ReferenceFiles.records("statistics/v07_mk_arbitrary_1d.csv"), "value")
          };
      case "arbitrary_2d_data" -> {
        List<CSVRecord> rows = ReferenceFiles.records("statistics/v07_mk_arbitrary_2d.csv");
        yield new double[][] {
          ReferenceFiles.numbers(rows, "col1"), ReferenceFiles.numbers(rows, "col2")
        };
      }
      default -> throw new AssertionError("data this test does not know: " + name);
    };
  }

  private static double[] filled(java.util.function.IntToDoubleFunction value) {
    double[] values = new double[360];
    Arrays.setAll(values, value);
    return values;
  }
}
