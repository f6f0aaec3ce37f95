package org.carbonbook.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {

  private static final double NONE = Double.NaN;

  @Test
  void ordersByTimeAndCountsGaps() {
    TimeSeries series =
        TimeSeries.of(new double[] {2003, 2001, 2002}, new double[] {3, 1, NONE}).get();
    assertThat(series.times()).containsExactly(2001, 2003);
    assertThat(series.values()).containsExactly(1, 3);
    assertThat(series.gaps()).isEqualTo(1);
    assertThat(series.findFirstMissingTime()).hasValue(2002);
    assertThat(series.findAt(2003)).hasValue(3);
    assertThat(series.findAt(2002)).isEmpty();
  }

  @Test
  void whatCannotBeASeriesSaysWhy() {
    assertThat(TimeSeries.of(new double[] {1, 1}, new double[] {2, 3}).findReason())
        .contains(NotAssessedReason.DUPLICATE_TIME);
    assertThat(TimeSeries.of(new double[] {1, NONE}, new double[] {2, 3}).findReason())
        .contains(NotAssessedReason.NO_TIME);
    Assessment<TimeSeries> empty = TimeSeries.of(new double[] {1}, new double[] {NONE});
    assertThat(empty.status()).isEqualTo("not assessed: no observation");
    assertThatThrownBy(empty::get)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("no observation");
  }

  @Test
  void aValueAndAGapAtOneTimeAreNoContradiction() {
    TimeSeries series = TimeSeries.of(new double[] {1, 1, 2}, new double[] {NONE, 3, 4}).get();
    assertThat(series.values()).containsExactly(3, 4);
  }

  @Test
  void aReasonIsHandedThrough() {
    Assessment<Integer> none = Assessment.not(NotAssessedReason.TOO_SHORT, "one value");
    assertThat(none.then(n -> Assessment.of(n + 1)).status()).isEqualTo("not assessed: one value");
    assertThat(Assessment.of(1).then(n -> Assessment.of(n + 1)).get()).isEqualTo(2);
  }
}
