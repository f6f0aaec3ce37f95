package org.carbonbook.statistics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.carbonbook.statistics.series.TimeSeries;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LongSeriesTest {

  @Test
  void aHundredThousandDaysNeedNoTableOfAllPairs() {
    double[] values = noisyLine(100_000, 0.001);
    TimeSeries series = TimeSeries.ofSequence(values).get();
    SenSlope slope =
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> SenSlope.of(series, 0.05));
    assertThat(slope.slope()).isCloseTo(0.001, within(2e-5));
    assertThat(slope.low()).isLessThan(slope.slope());
    assertThat(slope.high()).isGreaterThan(slope.slope());
    assertThat(MannKendall.original(series).trend(0.05)).isEqualTo(TrendDirection.INCREASING);
  }

  @Test
  void aSeriesJustTooLongToListGivesTheListedSlope() {
    int n = PairSlopes.LISTED_UP_TO + 200;
    double[] values = noisyLine(n, 0.02);
    double[] times = new double[n];
    Arrays.setAll(times, i -> 1900 + i);
    double[] slopes = PairSlopes.list(times, values);
    Arrays.sort(slopes);
    long pairs = KendallScore.pairs(n);
    double listed = (slopes[(int) ((pairs - 1) / 2)] + slopes[(int) (pairs / 2)]) / 2;
    assertThat(SenSlope.of(TimeSeries.of(times, values).get(), 0.05).slope())
        .isCloseTo(listed, within(1e-12));
  }

  @Test
  void correlationsByTransformAreTheSums() {
    double[] values = noisyLine(1500, 0.01);
    double[] fast = Autocorrelation.upTo(values, 1499);
    double[] few = Autocorrelation.upTo(values, 20);
    for (int k = 0; k < few.length; k++) {
      assertThat(fast[k]).isCloseTo(few[k], within(1e-12));
    }
  }

  private static double[] noisyLine(int n, double slope) {
    Random random = new Random(5);
    double[] values = new double[n];
    Arrays.setAll(values, i -> slope * i + random.nextGaussian());
    return values;
  }
}
