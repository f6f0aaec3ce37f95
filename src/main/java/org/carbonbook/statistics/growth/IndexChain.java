package org.carbonbook.statistics.growth;

import java.util.OptionalDouble;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A yearly index as statistical yearbooks print it, either against the year before (上年=100) or
 * against one base year (基期=100).
 */
public final class IndexChain {

  /** How far from 100 the index of its base year may be printed. */
  private static final double PRINTED = 1e-9;

  private enum Kind {
    PREVIOUS_YEAR,
    BASE_YEAR
  }

  private final Kind kind;
  private final TimeSeries index;

  private IndexChain(Kind kind, TimeSeries index) {
    this.kind = kind;
    this.index = index;
  }

  /** An index with the year before = 100. */
  public static IndexChain ofPreviousYear(TimeSeries index) {
    return new IndexChain(Kind.PREVIOUS_YEAR, index);
  }

  /** An index with one base year = 100. */
  public static IndexChain ofBaseYear(TimeSeries index) {
    return new IndexChain(Kind.BASE_YEAR, index);
  }

  /**
   * The level of a year where the base year is 1.
   *
   * <p>Not assessed: the base year is not there; a fixed-base index that is not 100 in that year; a
   * link of the chain is missing; an index that is not positive.
   */
  public Assessment<Double> level(int year, int baseYear) {
    return kind == Kind.BASE_YEAR ? fixed(year, baseYear) : chained(year, baseYear);
  }

  private Assessment<Double> fixed(int year, int baseYear) {
    OptionalDouble base = index.findAt(baseYear);
    if (base.isEmpty()) {
      return Assessment.not(
          NotAssessedReason.BASE_YEAR_MISSING,
          "the index has no value in its base year " + baseYear);
    }
    if (Math.abs(base.getAsDouble() - 100) > PRINTED) {
      return Assessment.not(
          NotAssessedReason.INDEX_NOT_100_IN_BASE_YEAR,
          "the index is %s in its base year %d, not 100".formatted(base.getAsDouble(), baseYear));
    }
    return link(year).then(percent -> Assessment.of(percent / 100));
  }

  private Assessment<Double> chained(int year, int baseYear) {
    if (!isKnownYear(baseYear)) {
      return Assessment.not(
          NotAssessedReason.BASE_YEAR_MISSING,
          "the base year %d is outside the index".formatted(baseYear));
    }
    double level = 1;
    for (int y = Math.min(year, baseYear) + 1; y <= Math.max(year, baseYear); y++) {
      Assessment<Double> link = link(y);
      if (link.find().isEmpty()) {
        return link;
      }
      level *= link.get() / 100;
    }
    return Assessment.of(year >= baseYear ? level : 1 / level);
  }

  /** The year before the first link is known too: the first link is measured against it. */
  private boolean isKnownYear(int year) {
    return index.findAt(year).isPresent() || index.findAt(year + 1).isPresent();
  }

  private Assessment<Double> link(int year) {
    OptionalDouble percent = index.findAt(year);
    if (percent.isEmpty()) {
      return Assessment.not(NotAssessedReason.INDEX_GAP, "the index has no value in " + year);
    }
    return percent.getAsDouble() > 0
        ? Assessment.of(percent.getAsDouble())
        : Assessment.not(
            NotAssessedReason.NOT_POSITIVE,
            "the index is %s in %d, which is not positive".formatted(percent.getAsDouble(), year));
  }
}
