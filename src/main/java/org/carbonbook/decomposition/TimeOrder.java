package org.carbonbook.decomposition;

import java.util.Comparator;
import java.util.OptionalLong;

/** Years in their order: whole numbers by size, anything else as text behind them. */
final class TimeOrder {

  static final Comparator<Object> COMPARATOR = TimeOrder::compare;

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

  /** The time as a whole number, when it is one. */
  static OptionalLong findNumber(Object time) {
    if (time instanceof Long number) {
      return OptionalLong.of(number);
    }
    String text = time.toString();
    return text.matches("-?[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Whether times have an earlier and a later: years and dates do, names of regions do not. */
  static boolean isChronological(Object time) {
    return time instanceof Long || time.toString().matches("-?[0-9].*");
  }
}
