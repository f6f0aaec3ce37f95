package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.carbonbook.decomposition.panel.TimeOrder;
import org.carbonbook.decomposition.panel.TimePair;

/** The pairs of times that are compared within a group. */
public abstract class TimePairs implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Larger whole numbers are months or days written together, where a gap says nothing. */
  private static final long LAST_YEAR = 9999;

  private static final String FIRST = "first";

  TimePairs() {}

  /**
   * Compares each time with the next time that the group has. A note names the years that are
   * missing in between.
   */
  public static TimePairs chained() {
    return new Chained();
  }

  /**
   * Compares every other time with one base. Changes run from the earlier to the later time; where
   * times have no order, such as regions or scenarios, they run from the base to the other. {@code
   * first} means the first time that a group has, unless a time has this name.
   */
  public static TimePairs base(String time) {
    return new Base(time);
  }

  /**
   * The pairs of a list like {@code 2005:2010,2010:2015}.
   *
   * @throws IllegalArgumentException when the text is not such a list
   */
  public static TimePairs listed(String list) {
    List<String[]> pairs = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String[] ends = part.strip().split(":", -1);
      if (ends.length != 2 || ends[0].isBlank() || ends[1].isBlank()) {
        throw new IllegalArgumentException(
            "pairs '" + list + "': write chained, base=2005 or 2005:2010,2010:2015");
      }
      String[] pair = {ends[0].strip(), ends[1].strip()};
      if (pairs.stream().anyMatch(p -> Arrays.equals(p, pair))) {
        throw new IllegalArgumentException("pairs '" + list + "': " + part + " occurs twice");
      }
      pairs.add(pair);
    }
    return new Listed(pairs);
  }

  /**
   * Reads {@code chained}, {@code base=Y} or {@code Y1:Y2,…}.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static TimePairs parse(String text) {
    String stripped = text.strip();
    if (stripped.equals("chained")) {
      return chained();
    }
    if (stripped.startsWith("base=") && stripped.length() > "base=".length()) {
      return base(stripped.substring("base=".length()).strip());
    }
    return listed(stripped);
  }

  /** The pairs in a group that has these times, sorted. */
  public abstract List<TimePair> of(Object[] times);

  /** The place of a time: as it is written, or as the same year. */
  private static int number(Object[] times, String shown) {
    OptionalLong year = TimeOrder.findNumber(shown);
    return IntStream.range(0, times.length)
        .filter(
            t ->
                times[t].toString().equals(shown)
                    || (year.isPresent() && year.equals(TimeOrder.findNumber(times[t]))))
        .findFirst()
        .orElse(-1);
  }

  private static final class Chained extends TimePairs {

    private static final long serialVersionUID = 1L;

    @Override
    public List<TimePair> of(Object[] times) {
      if (times.length < 2) {
        return Arrays.stream(times).map(t -> new TimePair(0, -1, t, null, null)).toList();
      }
      List<TimePair> pairs = new ArrayList<>(times.length - 1);
      for (int t = 1; t < times.length; t++) {
        pairs.add(new TimePair(t - 1, t, times[t - 1], times[t], gap(times[t - 1], times[t])));
      }
      return pairs;
    }

    private static String gap(Object from, Object to) {
      OptionalLong a = TimeOrder.findNumber(from);
      OptionalLong b = TimeOrder.findNumber(to);
      boolean years = a.orElse(-1) >= 0 && b.orElse(LAST_YEAR + 1) <= LAST_YEAR;
      if (!years || b.getAsLong() - a.getAsLong() <= 1) {
        return null;
      }
      return b.getAsLong() - a.getAsLong() == 2
          ? (a.getAsLong() + 1) + " is absent"
          : (a.getAsLong() + 1) + " to " + (b.getAsLong() - 1) + " are absent";
    }

    @Override
    public String toString() {
      return "chained";
    }
  }

  private static final class Base extends TimePairs {

    private static final long serialVersionUID = 1L;

    private final String base;

    Base(String base) {
      this.base = base;
    }

    @Override
    public List<TimePair> of(Object[] times) {
      int at = number(times, base);
      if (at < 0 && base.equals(FIRST) && times.length > 0) {
        at = 0;
      }
      if (at < 0) {
        return List.of(new TimePair(-1, -1, base, null, null));
      }
      List<TimePair> pairs = new ArrayList<>();
      for (int t = 0; t < times.length; t++) {
        boolean swapped = t < at && TimeOrder.isChronological(times[t]);
        if (t != at) {
          int from = swapped ? t : at;
          int to = swapped ? at : t;
          pairs.add(new TimePair(from, to, times[from], times[to], null));
        }
      }
      return pairs.isEmpty() ? List.of(new TimePair(at, -1, times[at], null, null)) : pairs;
    }

    @Override
    public String toString() {
      return "base=" + base;
    }
  }

  private static final class Listed extends TimePairs {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String[]> pairs;

    Listed(List<String[]> pairs) {
      this.pairs = new ArrayList<>(pairs);
    }

    @Override
    public List<TimePair> of(Object[] times) {
      return pairs.stream()
          .map(p -> new TimePair(number(times, p[0]), number(times, p[1]), p[0], p[1], null))
          .toList();
    }

    @Override
    public String toString() {
      return String.join(",", pairs.stream().map(p -> p[0] + ":" + p[1]).toList());
    }
  }
}
