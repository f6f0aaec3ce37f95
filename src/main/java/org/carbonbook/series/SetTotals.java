package org.carbonbook.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.industry.IndustrySets.IndustrySet;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;

/**
 * Totals of a set of industries: for each year the sum over the members of the version of that
 * year, where every member has a figure. Missing is not zero.
 */
final class SetTotals {

  /** As marts add: to twelve decimals, whatever the order. */
  private static final int SCALE = 12;

  private static final Set<String> ADDITIVE =
      Set.of(
          "gross_output",
          "industrial_sales",
          "value_added",
          "energy_consumption",
          "energy_consumption_physical",
          "electricity_consumption",
          "emission_co2");

  private final SeriesRules rules;
  private final String region;
  private final List<Notice> notices;

  SetTotals(SeriesRules rules, String region, List<Notice> notices) {
    this.rules = rules;
    this.region = region;
    this.notices = notices;
  }

  /** The totals of one set, for each indicator, item, basis and publication of its members. */
  List<YearSeries> list(IndustrySet set, List<YearSeries> all) {
    Map<SeriesKey, Map<String, YearSeries>> byTotal = new TreeMap<>();
    Set<String> members = set.listMembers();
    for (YearSeries each : all) {
      String sector = each.key().sector();
      if (sector != null && members.contains(sector) && ADDITIVE.contains(each.key().indicator())) {
        byTotal
            .computeIfAbsent(each.key().withSector(set.set()), key -> new LinkedHashMap<>())
            .put(sector, each);
      }
    }
    List<YearSeries> totals = new ArrayList<>();
    byTotal.forEach((key, parts) -> total(set, key, parts, totals));
    return totals;
  }

  private void total(
      IndustrySet set, SeriesKey key, Map<String, YearSeries> bySector, List<YearSeries> totals) {
    TreeSet<Integer> years = new TreeSet<>();
    bySector.values().forEach(s -> s.figures().forEach(f -> years.add(f.year())));
    List<SeriesFigure> figures = new ArrayList<>();
    List<Integer> incomplete = new ArrayList<>();
    for (int year : years) {
      Set<String> members = membersIn(set, key, year);
      boolean complete =
          !members.isEmpty()
              && members.stream()
                  .allMatch(m -> bySector.containsKey(m) && bySector.get(m).find(year).isPresent());
      if (complete) {
        figures.add(figure(members, bySector, year));
      } else {
        incomplete.add(year);
      }
    }
    if (!incomplete.isEmpty()) {
      notices.add(
          Notice.of(
              SeriesNotice.SET_INCOMPLETE,
              "%s %s".formatted(region, key.name()),
              "%d years between %d and %d have no total because members lack figures"
                  .formatted(
                      incomplete.size(), incomplete.get(0), incomplete.get(incomplete.size() - 1)),
              "add the missing figures of the members of %s to the landing folder"
                  .formatted(set.set())));
    }
    if (!figures.isEmpty()) {
      String unit = bySector.values().iterator().next().unit();
      totals.add(new YearSeries(key, key.name(), unit, figures));
    }
  }

  private Set<String> membersIn(IndustrySet set, SeriesKey key, int year) {
    String version = rules.segments().findVersion(key, year);
    for (int i = 0; i < set.members().size(); i++) {
      if (rules.industry().classifications().versions().get(i).version().equals(version)) {
        return set.members().get(i);
      }
    }
    return Set.of();
  }

  private SeriesFigure figure(Set<String> members, Map<String, YearSeries> bySector, int year) {
    BigDecimal sum = BigDecimal.ZERO;
    List<String> parts = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    SeriesFigure last = null;
    for (String member : members) {
      YearSeries part = bySector.get(member);
      SeriesFigure figure = part.find(year).orElseThrow();
      sum =
          sum.add(
              new BigDecimal(Double.toString(figure.value()))
                  .setScale(SCALE, RoundingMode.HALF_UP));
      parts.add(rules.segments().nameAt(part.key(), year));
      origins.add(figure.origin());
      if (last == null || figure.rank() > last.rank()) {
        last = figure;
      }
    }
    return SeriesFigure.total(sum.doubleValue(), Origin.ofComputed(origins), last, parts);
  }
}
