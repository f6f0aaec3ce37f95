package org.carbonbook.series;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.notice.Notice;
import org.carbonbook.series.SeriesSegments.Split;

/**
 * All series of one region: as printed, in constant prices, and the totals of sets, each with its
 * segments.
 */
record RegionSeries(String region, List<Split> all) {

  private static final int MAX_RANK = Integer.MAX_VALUE;

  /** Builds them from the printed figures; what is wrong goes to the notices. */
  static RegionSeries of(
      String region, List<Observation> observations, SeriesRules rules, List<Notice> notices) {
    Map<SeriesKey, YearSeries> series = new TreeMap<>();
    addNew(series, new SeriesReader(rules, notices).read(observations));
    List<YearSeries> printed = List.copyOf(series.values());
    ConstantSeries constant = new ConstantSeries(region, printed, rules, notices);
    rules.analysis().prices().forEach(rule -> addNew(series, constant.list(rule)));
    SetTotals totals = new SetTotals(rules, region, notices);
    List<YearSeries> parts = List.copyOf(series.values());
    rules
        .industry()
        .sets()
        .byCode()
        .values()
        .forEach(set -> addNew(series, totals.list(set, parts)));
    List<Split> splits = series.values().stream().map(rules.segments()::split).toList();
    return new RegionSeries(region, splits);
  }

  /** What a publication prints itself counts before what is computed. */
  private static void addNew(Map<SeriesKey, YearSeries> series, List<YearSeries> more) {
    more.forEach(each -> series.putIfAbsent(each.key(), each));
  }

  /** The series whose names fit a pattern. */
  List<Split> list(SeriesPattern pattern) {
    return all.stream().filter(split -> pattern.matches(split.whole().key())).toList();
  }

  /** The segments of the series whose names fit a pattern. */
  List<YearSeries> listSegments(String pattern) {
    return list(SeriesPattern.of(pattern)).stream()
        .flatMap(split -> split.segments().stream())
        .toList();
  }

  /**
   * Of the segments that fit a pattern and have enough years the one whose edition counts first,
   * then the longest; where none has enough, the longest.
   */
  Optional<YearSeries> findBest(String pattern, int minYears) {
    return listSegments(pattern).stream().min(byPriority(minYears));
  }

  /** The order in which series of one meaning are chosen; see {@link #findBest}. */
  static Comparator<YearSeries> byPriority(int minYears) {
    return Comparator.<YearSeries>comparingInt(s -> s.size() >= minYears ? s.rank() : MAX_RANK)
        .thenComparing(Comparator.comparingInt(YearSeries::size).reversed())
        .thenComparing(YearSeries::name);
  }
}
