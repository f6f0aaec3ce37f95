package org.carbonbook.statistics.growth;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Two years of a series that are compared.
 *
 * @param from the earlier year
 * @param to the later year
 */
public record YearSpan(int from, int to) implements Serializable {

  public YearSpan {
    if (to <= from) {
      throw new IllegalArgumentException(
          "a span ends after it begins: %d to %d".formatted(from, to));
    }
  }

  /** The number of yearly steps. */
  public int intervals() {
    return to - from;
  }

  /** Each pair of neighbouring years that both have a value. */
  public static List<YearSpan> listYearly(TimeSeries series) {
    List<YearSpan> spans = new ArrayList<>();
    for (int i = 1; i < series.size(); i++) {
      if (series.time(i) - series.time(i - 1) == 1) {
        spans.add(new YearSpan((int) series.time(i - 1), (int) series.time(i)));
      }
    }
    return spans;
  }

  /** From the first to the last year; none for a single year. */
  public static List<YearSpan> listWhole(TimeSeries series) {
    int first = (int) series.time(0);
    int last = (int) series.time(series.size() - 1);
    return first < last ? List.of(new YearSpan(first, last)) : List.of();
  }
}
