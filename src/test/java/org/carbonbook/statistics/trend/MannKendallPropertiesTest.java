package org.carbonbook.statistics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carbonbook.statistics.series.TimeSeries;

/** Laws that the trend tests obey whatever the data. Few distinct values make for many ties. */
class MannKendallPropertiesTest {

  private static final List<TrendTest.OfSeries> OF_ONE_SERIES =
      TrendTests.list().stream()
          .filter(TrendTest.OfSeries.class::isInstance)
          .map(TrendTest.OfSeries.class::cast)
          .toList();

  @Provide
  Arbitrary<double[]> tied() {
    return values(5, 60, -4, 4);
  }

  @Provide
  Arbitrary<double[]> wide() {
    return values(5, 40, -100_000, 100_000);
  }

  private static Arbitrary<double[]> values(int from, int to, int low, int high) {
    return Arbitraries.integers()
        .between(low, high)
        .list()
        .ofMinSize(from)
        .ofMaxSize(to)
        .map(list -> list.stream().mapToDouble(i -> i / 4.0).toArray());
  }

  @Property
  void theFastScoreIsTheScoreOfAllPairs(@ForAll("tied") double[] values) {
    KendallScore score = KendallScore.of(values);
    assertThat(score.s()).isEqualTo(signs(values, null));
    assertThat(score.variance()).isCloseTo(varianceByTies(values), within(1e-9));
  }

  @Property
  void theFastScoreBetweenTwoIsTheScoreOfAllPairs(
      @ForAll("tied") double[] x, @ForAll("tied") double[] z) {
    int n = Math.min(x.length, z.length);
    double[] a = Arrays.copyOf(x, n);
    double[] b = Arrays.copyOf(z, n);
    assertThat(KendallScore.between(a, b)).isEqualTo(signs(a, b));
    assertThat(KendallScore.between(a, b)).isEqualTo(KendallScore.between(b, a));
  }

  @Property
  void turningTheValuesRoundTurnsTheSign(@ForAll("wide") double[] values) {
    TimeSeries series = TimeSeries.ofSequence(values).get();
    TimeSeries mirrored = TimeSeries.ofSequence(Arrays.stream(values).map(v -> -v).toArray()).get();
    for (TrendTest.OfSeries test : OF_ONE_SERIES) {
      TrendResult here = test.test(series);
      TrendResult there = test.test(mirrored);
      assertThat(there.s()).as(test.id()).isEqualTo(0.0 - here.s());
      assertThat(same(there.p(), here.p())).as(test.id()).isTrue();
    }
    SenSlope slope = SenSlope.of(series, 0.05);
    SenSlope back = SenSlope.of(mirrored, 0.05);
    assertThat(back.slope()).isEqualTo(0.0 - slope.slope());
    assertThat(same(back.low(), -slope.high())).isTrue();
  }

  @Property
  void timeMayStartAnywhere(
      @ForAll("wide") double[] values, @ForAll @IntRange(max = 4000) int shift) {
    TimeSeries from0 = TimeSeries.ofSequence(values).get();
    double[] times = Arrays.stream(from0.times()).map(t -> t + shift).toArray();
    TimeSeries later = TimeSeries.of(times, values).get();
    for (TrendTest.OfSeries test : OF_ONE_SERIES) {
      assertThat(test.test(later)).isEqualTo(test.test(from0));
    }
    assertThat(SenSlope.of(later, 0.05).slope()).isEqualTo(SenSlope.of(from0, 0.05).slope());
  }

  @Property
  void theRowsMayComeInAnyOrder(@ForAll("wide") double[] values, @ForAll int seed) {
    List<Integer> order =
        new java.util.ArrayList<>(IntStream.range(0, values.length).boxed().toList());
    java.util.Collections.shuffle(order, new java.util.Random(seed));
    double[] times = order.stream().mapToDouble(i -> i).toArray();
    double[] shuffled = order.stream().mapToDouble(i -> values[i]).toArray();
    TimeSeries series = TimeSeries.of(times, shuffled).get();
    assertThat(series.values()).isEqualTo(TimeSeries.ofSequence(values).get().values());
  }

  @Property
  void onlyTheOrderOfTheValuesCountsForTheScore(@ForAll("wide") double[] values) {
    double[] stretched = Arrays.stream(values).map(v -> Math.cbrt(v) * 3 + v).toArray();
    assertThat(KendallScore.of(stretched)).isEqualTo(KendallScore.of(values));
    assertThat(ChangePoint.find(stretched)).isEqualTo(ChangePoint.find(values));
  }

  @Property
  void limitsEncloseTheSlope(@ForAll("wide") double[] values) {
    SenSlope slope = SenSlope.of(TimeSeries.ofSequence(values).get(), 0.05);
    if (!Double.isNaN(slope.low())) {
      assertThat(slope.low()).isLessThanOrEqualTo(slope.slope());
      assertThat(slope.high()).isGreaterThanOrEqualTo(slope.slope());
    }
  }

  @Property(tries = 200)
  void oneSiteIsTheOriginalTest(@ForAll("tied") double[] values) {
    TrendResult original = MannKendall.original(TimeSeries.ofSequence(values).get());
    TrendResult regional = GroupedMannKendall.regional(new double[][] {values});
    assertThat(regional.s()).isEqualTo(original.s());
    assertThat(regional.p()).isEqualTo(original.p());
    TrendResult correlated = GroupedMannKendall.correlatedMultivariate(new double[][] {values});
    assertThat(correlated.varS()).isCloseTo(original.varS(), within(1e-6));
  }

  @Property(tries = 200)
  void selectionFindsWhatSortingFinds(@ForAll("tied") double[] values) {
    int[] places = {0, values.length / 3, values.length / 2, values.length / 2, values.length - 1};
    double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray();
    double[] expected = Arrays.stream(places).mapToDouble(i -> sorted[i]).toArray();
    assertThat(OrderStatistics.select(values.clone(), places))
        .containsExactly(expected, within(0.0));
  }

  @Property(tries = 100)
  void bisectionFindsTheListedSlopes(@ForAll("wide") double[] values) {
    double[] times = TimeSeries.ofSequence(values).get().times();
    long pairs = KendallScore.pairs(values.length);
    long[] places = {0, pairs / 4, pairs / 2, pairs - 1};
    double[] listed = PairSlopes.select(times, values, places);
    double[] bisected = PairSlopes.bisect(times, values, places);
    for (int i = 0; i < places.length; i++) {
      assertThat(bisected[i]).isCloseTo(listed[i], within(1e-9 * (1 + Math.abs(listed[i]))));
    }
  }

  @Property(tries = 50)
  void changePointIsTheLargestDifferenceOfPairs(@ForAll("tied") double[] values) {
    long largest = 0;
    int place = -1;
    for (int t = 0; t < values.length - 1; t++) {
      long u = 0;
      for (int i = 0; i <= t; i++) {
        for (int j = t + 1; j < values.length; j++) {
          u += (long) Math.signum(values[i] - values[j]);
        }
      }
      if (Math.abs(u) > largest) {
        largest = Math.abs(u);
        place = t;
      }
    }
    ChangePoint found = ChangePoint.find(values).orElse(new ChangePoint(-1, 0, 1));
    assertThat(found.lastOfEarlierPart()).isEqualTo(place);
    assertThat(found.k()).isEqualTo((double) largest);
  }

  private static boolean same(double a, double b) {
    return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= 1e-12 * (1 + Math.abs(b));
  }

  private static long signs(double[] x, double[] z) {
    long s = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        double sign = Math.signum(x[j] - x[i]) * (z == null ? 1 : Math.signum(z[j] - z[i]));
        s += (long) sign;
      }
    }
    return s;
  }

  private static double varianceByTies(double[] values) {
    double n = values.length;
    double variance = n * (n - 1) * (2 * n + 5);
    for (double value : Arrays.stream(values).distinct().toArray()) {
      double t = Arrays.stream(values).filter(v -> v == value).count();
      variance -= t * (t - 1) * (2 * t + 5);
    }
    return variance / 18;
  }
}
