package org.carbonbook.meter.hours;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.carbonbook.intake.StampPattern;

/**
 * The months that late readings are judged in. The months from {@code first} to {@code last} are
 * written. A month before and one after are judged as well and compared with what is stored: where
 * they are the same, nothing beyond them can have changed. Days at the outer ends of the window
 * only lead into it.
 */
public record LateWindow(YearMonth first, YearMonth last) implements Serializable {

  /** So many days at an outer end lead into the window. */
  private static final int LEAD_DAYS = 10;

  /** So many readings must lie in those days, for a judgement looks that far back. */
  static final int LEAD_READINGS = 10;

  /** The window around some instants, with more months on each side. */
  public static LateWindow around(long fromS, long toS, int months) {
    return new LateWindow(
        month(fromS - StampPattern.DAY_S).minusMonths(months),
        month(toS + StampPattern.DAY_S).plusMonths(months));
  }

  private static YearMonth month(long second) {
    return YearMonth.from(LocalDate.ofEpochDay(Math.floorDiv(second, StampPattern.DAY_S)));
  }

  /** The months to write. */
  public Set<String> written() {
    return months(first, last);
  }

  /** The months to read. */
  public Set<String> read() {
    return months(before(), after());
  }

  YearMonth before() {
    return first.minusMonths(1);
  }

  YearMonth after() {
    return last.plusMonths(1);
  }

  long fromS() {
    return start(before());
  }

  long toS() {
    return start(after().plusMonths(1));
  }

  /** The end of the days that lead in from before. */
  long leadInS() {
    return fromS() + LEAD_DAYS * StampPattern.DAY_S;
  }

  /** The start of the days that lead in from after. */
  long leadOutS() {
    return toS() - LEAD_DAYS * StampPattern.DAY_S;
  }

  /** Whether a day is compared with what is stored. */
  boolean compares(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return (month.equals(before()) && day.getDayOfMonth() > LEAD_DAYS)
        || (month.equals(after()) && day.getDayOfMonth() <= after().lengthOfMonth() - LEAD_DAYS);
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  private static Set<String> months(YearMonth first, YearMonth last) {
    Set<String> months = new TreeSet<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month.toString());
    }
    return months;
  }
}
