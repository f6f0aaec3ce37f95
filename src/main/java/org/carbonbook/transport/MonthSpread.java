package org.carbonbook.transport;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;

/** Spreads an amount over the months between two times, evenly in time and to the last unit. */
final class MonthSpread {

  private MonthSpread() {}

  /**
   * Gives each month its part. The parts add up to the amount.
   *
   * @param fromS local seconds
   * @param toS local seconds; the whole amount is of the first month where it is not later
   */
  static void spread(long amount, long fromS, long toS, BiConsumer<YearMonth, Long> part) {
    YearMonth month = monthOf(fromS);
    long given = 0;
    while (toS > fromS && secondOf(month.plusMonths(1)) < toS) {
      long until = secondOf(month.plusMonths(1));
      long upTo = Math.round(amount * ((until - fromS) / (double) (toS - fromS)));
      part.accept(month, upTo - given);
      given = upTo;
      month = month.plusMonths(1);
    }
    part.accept(month, amount - given);
  }

  /** The month of a local second. */
  static YearMonth monthOf(long second) {
    return YearMonth.from(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
  }

  private static long secondOf(YearMonth month) {
    return month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }
}
