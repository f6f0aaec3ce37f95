package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.notice.Notice;

/**
 * Printed figures of one region as series: for each year the edition of a publication that counts
 * first ({@code conf/priorities.csv}).
 */
final class SeriesReader {

  private final SeriesRules rules;
  private final List<Notice> notices;

  SeriesReader(SeriesRules rules, List<Notice> notices) {
    this.rules = rules;
    this.notices = notices;
  }

  /** The series, by name. */
  List<YearSeries> read(List<Observation> observations) {
    Map<SeriesKey, List<Observation>> byKey = new TreeMap<>();
    observations.stream()
        .sorted(Observation.ORDER)
        .forEach(o -> byKey.computeIfAbsent(o.key(), key -> new ArrayList<>()).add(o));
    List<YearSeries> series = new ArrayList<>();
    byKey.forEach((key, rows) -> series.add(seriesOf(key, rows)));
    reportUnknownIndustries(observations);
    return series;
  }

  private YearSeries seriesOf(SeriesKey key, List<Observation> sorted) {
    List<SeriesFigure> figures = new ArrayList<>();
    String unit = sorted.get(0).unit();
    Observation chosen = null;
    for (Observation each : sorted) {
      if (chosen != null && chosen.year() == each.year()) {
        reportConflict(chosen, each);
        continue;
      }
      if (!java.util.Objects.equals(unit, each.unit())) {
        reportUnit(sorted.get(0), each);
        continue;
      }
      chosen = each;
      figures.add(SeriesFigure.observed(each));
    }
    return new YearSeries(key, key.name(), unit, figures);
  }

  private void reportConflict(Observation chosen, Observation other) {
    boolean sameEdition = java.util.Objects.equals(chosen.edition(), other.edition());
    if (sameEdition && chosen.value() != other.value()) {
      notices.add(
          Notice.of(
              SeriesNotice.SERIES_CONFLICT,
              "%s %s %d".formatted(chosen.regionCode(), chosen.key().name(), chosen.year()),
              "one edition prints %s (%s) and %s (%s); the first is used"
                  .formatted(chosen.value(), chosen.id(), other.value(), other.id()),
              "correct the figure and send its file again under the same path, or give each file its"
                  + " own edition in its source.yaml"));
    }
  }

  private void reportUnit(Observation first, Observation other) {
    notices.add(
        Notice.of(
            SeriesNotice.SERIES_CONFLICT,
            "%s %s %d".formatted(other.regionCode(), other.key().name(), other.year()),
            "is in %s but the series is in %s; the year is excluded from the series"
                .formatted(other.unit(), first.unit()),
            "map the figure to a unit of the same kind, or to an indicator of its own"));
  }

  private void reportUnknownIndustries(List<Observation> observations) {
    TreeSet<String> unknown = new TreeSet<>();
    for (Observation each : observations) {
      String sector = each.key().sector();
      if (sector != null
          && rules.industry().sets().find(sector).isEmpty()
          && isUnknownIndustry(sector)) {
        unknown.add(sector);
      }
    }
    String region = observations.isEmpty() ? "" : observations.get(0).regionCode();
    for (String sector : unknown) {
      notices.add(
          Notice.of(
              SeriesNotice.INDUSTRY_UNKNOWN,
              region + " " + sector,
              "no version of GB/T 4754 in conf/sectors.csv has a code for it; its series is not checked for breaks",
              "give %s its codes in conf/sectors.csv, or make it a set in conf/industry/sets.csv"
                  .formatted(sector)));
    }
  }

  private boolean isUnknownIndustry(String sector) {
    return rules
        .industry()
        .industries()
        .find(sector)
        .map(industry -> industry.kind().equals("industry") && !industry.isClassified())
        .orElse(true);
  }
}
