package org.carbonbook.decomposition.panel;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years in their order: whole numbers by size, anything else as text behind them. */
public final class TimeOrder {

  public static final Comparator<Object> COMPARATOR = TimeOrder::compare;

  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,18})年?");

  private TimeOrder() {}

  private static int compare(Object a, Object b) {
    OptionalLong x = findNumber(a);
    OptionalLong y = findNumber(b);
    if (x.isPresent() && y.isPresent()) {
      int order = Long.compare(x.getAsLong(), y.getAsLong());
      return order != 0 ? order : a.toString().compareTo(b.toString());
    }
    if (x.isPresent() != y.isPresent()) {
      return x.isPresent() ? -1 : 1;
    }
    return a.toString().compareTo(b.toString());
  }

  /** The time as a whole number, when it is one; 2005年 is 2005. */
  public static OptionalLong findNumber(Object time) {
    if (time instanceof Long number) {
      return OptionalLong.of(number);
    }
    Matcher number = NUMBER.matcher(time.toString());
    return number.matches()
        ? OptionalLong.of(Long.parseLong(number.group(1)))
        : OptionalLong.empty();
  }

  /** Whether times have an earlier and a later: years and dates do, names of regions do not. */
  public static boolean isChronological(Object time) {
    return time instanceof Long || time.toString().matches("-?[0-9].*");
  }
}
