package org.carbonbook.statistics.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The factor that carries values from the prices of one base year to those of another. Neighbouring
 * series are spliced by their ratio in the last year that both have, as national accounts do when
 * the base year moves on.
 *
 * @param factor what a value in prices of the first base year is multiplied by
 * @param links the splices, from the first base year to the last
 */
public record BaseYearSplice(double factor, List<Link> links) {

  /**
   * One splice.
   *
   * @param fromBase the base year of the one series
   * @param toBase the base year of the next
   * @param year the last year that both have
   */
  public record Link(int fromBase, int toBase, int year) {}

  /** Copies the links. */
  public BaseYearSplice {
    links = List.copyOf(links);
  }

  /**
   * The splice between two base years; not assessed where a series is missing, or two neighbours
   * have no year in common.
   *
   * @param byBaseYear series at constant prices, by the year whose prices they are in
   */
  public static Assessment<BaseYearSplice> between(
      NavigableMap<Integer, TimeSeries> byBaseYear, int fromBase, int toBase) {
    if (!byBaseYear.containsKey(fromBase) || !byBaseYear.containsKey(toBase)) {
      int missing = byBaseYear.containsKey(fromBase) ? toBase : fromBase;
      return Assessment.not(
          NotAssessedReason.BASE_YEAR_MISSING, "no series in prices of " + missing);
    }
    double factor = 1;
    List<Link> links = new ArrayList<>();
    int at = fromBase;
    while (at != toBase) {
      int next = at < toBase ? byBaseYear.higherKey(at) : byBaseYear.lowerKey(at);
      TimeSeries own = byBaseYear.get(at);
      TimeSeries other = byBaseYear.get(next);
      OptionalInt year = lastCommonYear(own, other);
      if (year.isEmpty()) {
        return Assessment.not(
            NotAssessedReason.NO_OVERLAP,
            "the series in prices of %d and %d have no year in common".formatted(at, next));
      }
      int common = year.getAsInt();
      factor *= other.findAt(common).getAsDouble() / own.findAt(common).getAsDouble();
      links.add(new Link(at, next, common));
      at = next;
    }
    return Assessment.of(new BaseYearSplice(factor, links));
  }

  private static OptionalInt lastCommonYear(TimeSeries own, TimeSeries other) {
    for (int i = own.size() - 1; i >= 0; i--) {
      if (other.findAt(own.time(i)).isPresent()) {
        return OptionalInt.of((int) own.time(i));
      }
    }
    return OptionalInt.empty();
  }
}
