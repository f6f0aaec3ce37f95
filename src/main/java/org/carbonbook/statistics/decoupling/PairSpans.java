package org.carbonbook.statistics.decoupling;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.TimeSeries;

/** The spans over which two series are compared: year to year, the whole, and what is asked for. */
final class PairSpans {

  private PairSpans() {}

  static List<YearSpan> list(TimeSeries first, TimeSeries second, List<YearSpan> windows) {
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
