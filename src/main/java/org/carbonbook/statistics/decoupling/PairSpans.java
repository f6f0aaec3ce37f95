package org.carbonbook.statistics.decoupling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Compares two series over spans of years: each pair of neighbouring years, the whole span, and
 * windows.
 */
final class PairSpans {

  /** Compares two series over one span. */
  interface Comparing {
    Object[] row(YearSpan span, TimeSeries first, TimeSeries second);
  }

  private PairSpans() {}

  /**
   * One row for each span; one row that says why when there is none.
   *
   * @param columns 0 year, 1 first series, 2 second series
   * @param first the name of the first series
   * @param second the name of the second series
   * @param blank makes a row that contains only a status
   */
  static List<Object[]> rows(
      double[][] columns,
      String first,
      String second,
      List<YearSpan> windows,
      Comparing comparing,
      Function<String, Object[]> blank) {
    Assessment<TimeSeries> one = TimeSeries.of(columns[0], columns[1]);
    Assessment<TimeSeries> other = TimeSeries.of(columns[0], columns[2]);
    if (one.find().isEmpty() || other.find().isEmpty()) {
      String status =
          one.find().isEmpty() ? one.status() + " of " + first : other.status() + " of " + second;
      return List.<Object[]>of(blank.apply(status));
    }
    List<YearSpan> spans = list(one.get(), other.get(), windows);
    return spans.isEmpty()
        ? List.<Object[]>of(
            blank.apply("not assessed: no two years with both " + first + " and " + second))
        : spans.stream().map(span -> comparing.row(span, one.get(), other.get())).toList();
  }

  private static List<YearSpan> list(TimeSeries first, TimeSeries second, List<YearSpan> windows) {
    List<YearSpan> spans = new ArrayList<>();
    List<Integer> years = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (second.findAt(first.time(i)).isPresent()) {
        years.add((int) first.time(i));
      }
    }
    for (int i = 1; i < years.size(); i++) {
      if (years.get(i) - years.get(i - 1) == 1) {
        spans.add(new YearSpan(years.get(i - 1), years.get(i)));
      }
    }
    if (years.size() > 1) {
      add(spans, new YearSpan(years.get(0), years.get(years.size() - 1)));
    }
    windows.forEach(window -> add(spans, window));
    return spans;
  }

  private static void add(List<YearSpan> spans, YearSpan span) {
    if (!spans.contains(span)) {
      spans.add(span);
    }
  }
}
