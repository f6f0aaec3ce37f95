package org.carbonbook.factor.grid;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.notice.Notice;

/**
 * The grid factors of one region for all years of a series.
 *
 * @param results what the search found, by year
 * @param breaks years whose factor is of another area or series than that of the year before
 * @param breakNotice the notice of these years; null without any
 */
public record GridFactorSeries(
    SortedMap<Integer, GridFactorResult> results, Set<Integer> breaks, Notice breakNotice) {

  public GridFactorSeries {
    results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    breaks = Collections.unmodifiableSortedSet(new TreeSet<>(breaks));
  }

  /**
   * The result for a year.
   *
   * @throws IllegalArgumentException when the series was not asked for that year
   */
  public GridFactorResult get(int year) {
    GridFactorResult result = results.get(year);
    if (result == null) {
      throw new IllegalArgumentException(
          "year %d is not among those asked for: %s".formatted(year, results.keySet()));
    }
    return result;
  }

  /** The notice of the change of area; empty if all years use one area. */
  public Optional<Notice> findBreakNotice() {
    return Optional.ofNullable(breakNotice);
  }

  /** Every notice of the series, each once. */
  public List<Notice> listNotices() {
    List<Notice> notices = new java.util.ArrayList<>();
    results.values().forEach(result -> result.findNotice().ifPresent(notices::add));
    findBreakNotice().ifPresent(notices::add);
    return notices.stream().distinct().toList();
  }
}
