package org.carbonbook.meter.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.intake.ColumnNames;

/**
 * The time of day that the heading of a wide row states: {@code 00:30}, {@code 0030}, {@code
 * hr0030}, {@code 1:00 PM}, {@code 00:00 - 00:30}, or the place of an interval in the day, such as
 * {@code P1} to {@code P96}. A heading is understood whole or not at all.
 */
final class WideHeading {

  private static final int DAY_S = 86_400;
  private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?";
  private static final Pattern CLOCK = Pattern.compile(TIME);
  private static final Pattern RANGE = Pattern.compile(TIME + "\\s*[-~–至]\\s*" + TIME);
  private static final Pattern DIGITS = Pattern.compile("(?:hr|h|t|time)?_?(\\d{2})(\\d{2})");
  private static final Pattern NUMBERED = Pattern.compile("(.*?\\D)?(\\d{1,4})");
  private static final List<String> TOTALS =
      List.of(
          "total",
          "sum",
          "totalusage",
          "dailytotal",
          "kwhtotal",
          "totalkwh",
          "合计",
          "总计",
          "小计",
          "总");

  private WideHeading() {}

  /** Whether a heading says that its column is the sum of the others. */
  static boolean isTotal(String heading) {
    return TOTALS.contains(ColumnNames.plain(heading));
  }

  /**
   * The seconds after midnight of each heading, at the start of its interval or, for stamps at the
   * end, at its end; empty when one of them is not understood.
   */
  static Optional<int[]> seconds(List<String> headings, boolean atEnd) {
    int[] seconds = new int[headings.size()];
    for (int i = 0; i < seconds.length; i++) {
      OptionalInt clock = clock(headings.get(i).trim().toLowerCase(Locale.ROOT), atEnd);
      if (clock.isEmpty()) {
        return numbered(headings, atEnd);
      }
      seconds[i] = clock.getAsInt();
    }
    return Optional.of(seconds);
  }

  private static OptionalInt clock(String heading, boolean atEnd) {
    Matcher one = CLOCK.matcher(heading);
    if (one.matches()) {
      return second(one, 1);
    }
    Matcher range = RANGE.matcher(heading);
    if (range.matches()) {
      OptionalInt end = second(range, 5);
      return !atEnd
          ? second(range, 1)
          : end.isPresent() && end.getAsInt() == 0 ? OptionalInt.of(DAY_S) : end;
    }
    Matcher digits = DIGITS.matcher(heading);
    return digits.matches()
        ? second(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2)), 0)
        : OptionalInt.empty();
  }

  private static OptionalInt second(Matcher parts, int from) {
    int hour = Integer.parseInt(parts.group(from));
    int minute = Integer.parseInt(parts.group(from + 1));
    int second = parts.group(from + 2) == null ? 0 : Integer.parseInt(parts.group(from + 2));
    String half = parts.group(from + 3);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return OptionalInt.empty();
      }
      hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
    }
    return second(hour, minute, second);
  }

  private static OptionalInt second(int hour, int minute, int second) {
    int all = hour * 3600 + minute * 60 + second;
    return minute > 59 || second > 59 || all > DAY_S ? OptionalInt.empty() : OptionalInt.of(all);
  }

  /** Columns numbered from 1 that share the day out evenly. */
  private static Optional<int[]> numbered(List<String> headings, boolean atEnd) {
    int count = headings.size();
    if (count < 24 || DAY_S % count != 0) {
      return Optional.empty();
    }
    int[] seconds = new int[count];
    String prefix = null;
    for (int i = 0; i < count; i++) {
      Matcher parts = NUMBERED.matcher(headings.get(i).trim());
      if (!parts.matches() || Integer.parseInt(parts.group(2)) != i + 1) {
        return Optional.empty();
      }
      String before = String.valueOf(parts.group(1));
      if (prefix != null && !prefix.equals(before)) {
        return Optional.empty();
      }
      prefix = before;
      seconds[i] = (atEnd ? i + 1 : i) * (DAY_S / count);
    }
    return Optional.of(seconds);
  }
}
