package org.carbonbook.industry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carbonbook.industry.Stretches.Split;
import org.carbonbook.notice.Notice;

/**
 * All series of one region: as printed, in constant prices, and the totals of sets, each with its
 * stretches.
 */
record RegionSeries(String region, List<Split> all) {

  /** Builds them from the printed figures; what is wrong goes to the notices. */
  static RegionSeries of(
      String region, List<Observation> observations, IndustryRules rules, List<Notice> notices) {
    List<YearSeries> series = new ArrayList<>(new SeriesReader(rules, notices).read(observations));
    ConstantSeries constant = new ConstantSeries(region, series, rules.stretches(), notices);
    rules.analysis().prices().forEach(rule -> series.addAll(constant.list(rule)));
    SetTotals totals = new SetTotals(rules, region, notices);
    List<YearSeries> printed = List.copyOf(series);
    rules.sets().byCode().values().forEach(set -> series.addAll(totals.list(set, printed)));
    List<Split> splits =
        series.stream()
            .sorted(Comparator.comparing(YearSeries::key))
            .map(rules.stretches()::split)
            .toList();
    return new RegionSeries(region, splits);
  }

  /** The series whose names fit a pattern. */
  List<Split> list(SeriesPattern pattern) {
    return all.stream().filter(split -> pattern.matches(split.whole().key())).toList();
  }

  /** Of the series that fit a pattern the one with most figures, the first of several. */
  Optional<YearSeries> findLongest(String pattern) {
    return list(SeriesPattern.of(pattern)).stream()
        .map(Split::whole)
        .max(
            Comparator.<YearSeries>comparingInt(s -> s.figures().size())
                .thenComparing(YearSeries::key, Comparator.reverseOrder()));
  }
}
