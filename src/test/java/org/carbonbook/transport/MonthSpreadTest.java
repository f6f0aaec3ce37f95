package org.carbonbook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** An amount over time is spread over months without loss. */
class MonthSpreadTest {

  @Test
  void splitsASessionOverMidnightAtTheEndOfAMonth() {
    assertThat(spread(9_000_001, "2015-01-31T23:00:00", "2015-02-01T02:00:00"))
        .isEqualTo(Map.of(YearMonth.of(2015, 1), 3_000_000L, YearMonth.of(2015, 2), 6_000_001L));
  }

  @Test
  void givesAllToTheFirstMonthWithoutALength() {
    assertThat(spread(7, "2015-01-31T23:00:00", "2015-01-31T22:00:00"))
        .isEqualTo(Map.of(YearMonth.of(2015, 1), 7L));
  }

  @Property
  void losesNothing(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long amount,
      @ForAll @IntRange(min = 0, max = 2_000_000_000) int from,
      @ForAll @IntRange(min = -1000, max = 100_000_000) int length) {
    long[] sum = new long[1];
    MonthSpread.spread(
        amount,
        from,
        (long) from + length,
        (month, part) -> {
          assertThat(part).isNotNegative();
          sum[0] += part;
        });
    assertThat(sum[0]).isEqualTo(amount);
  }

  private static Map<YearMonth, Long> spread(long amount, String from, String to) {
    Map<YearMonth, Long> parts = new TreeMap<>();
    MonthSpread.spread(amount, second(from), second(to), parts::put);
    return parts;
  }

  private static long second(String time) {
    return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
  }
}
