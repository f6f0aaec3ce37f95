package org.carbonbook.series;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.industry.Classifications;
import org.carbonbook.industry.Concordance;
import org.carbonbook.industry.Industries.Industry;
import org.carbonbook.industry.IndustryRules;
import org.carbonbook.industry.IndustrySets.IndustrySet;

/**
 * Where the classification breaks a series of an industry or set. A segment is a run of versions of
 * GB/T 4754 in which the industry is the same; its name is that of the series with the versions in
 * brackets, so it does not depend on which years there are.
 */
final class SeriesSegments implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Two figures of one series that do not measure the same industry. */
  record Break(int lastYear, int nextYear, String reason) {}

  /** A series, its segments and the breaks between them. */
  record Split(YearSeries whole, List<YearSeries> segments, List<Break> breaks) {}

  private final Classifications classifications;
  private final Map<String, boolean[]> known = new HashMap<>();

  /** The reason of the break after each version but the last; null where there is none. */
  private final Map<String, String[]> reasons = new HashMap<>();

  SeriesSegments(IndustryRules rules) {
    this.classifications = rules.classifications();
    for (Industry industry : rules.industries().byCode().values()) {
      if (industry.isClassified()) {
        known.put(industry.sector(), industry.knows());
        reasons.put(industry.sector(), breaksOf(industry, rules.concordance()));
      }
    }
    for (IndustrySet set : rules.sets().byCode().values()) {
      if (!set.listMembers().isEmpty()) {
        boolean[] all = new boolean[classifications.versions().size()];
        java.util.Arrays.fill(all, true);
        known.put(set.set(), all);
        reasons.put(set.set(), breaksOf(set));
      }
    }
  }

  private String[] breaksOf(Industry industry, Concordance concordance) {
    String[] breaks = new String[classifications.versions().size() - 1];
    for (int i = 0; i < breaks.length; i++) {
      String from = industry.divisions().get(i);
      String to = industry.divisions().get(i + 1);
      breaks[i] =
          from.isEmpty() || to.isEmpty()
              ? "only one of the two has it"
              : concordance.findBreak(version(i), from, version(i + 1), to).orElse(null);
    }
    return breaks;
  }

  private String[] breaksOf(IndustrySet set) {
    String[] breaks = new String[classifications.versions().size() - 1];
    for (int i = 0; i < breaks.length; i++) {
      Set<String> members = set.members().get(i);
      int place = i;
      String broken =
          members.stream()
              .filter(member -> reasons.get(member)[place] != null)
              .map(member -> member + ": " + reasons.get(member)[place])
              .collect(Collectors.joining("; "));
      boolean same = members.equals(set.members().get(i + 1));
      breaks[i] = same ? (broken.isEmpty() ? null : broken) : "the members differ";
    }
    return breaks;
  }

  /** The version by which a figure is counted; null for sectors that no version knows. */
  String findVersion(SeriesKey key, int year) {
    int place = place(key, year);
    return place < 0 ? null : version(place);
  }

  /** The name of the segment a year of a series belongs to. */
  String nameAt(SeriesKey key, int year) {
    int place = place(key, year);
    return place < 0 ? key.name() : key.name() + " " + label(key.sector(), place);
  }

  Split split(YearSeries whole) {
    List<YearSeries> segments = new ArrayList<>();
    List<Break> breaks = new ArrayList<>();
    List<SeriesFigure> run = new ArrayList<>();
    String name = null;
    for (SeriesFigure figure : whole.figures()) {
      String here = nameAt(whole.key(), figure.year());
      if (name != null && !name.equals(here)) {
        segments.add(new YearSeries(whole.key(), name, whole.unit(), run));
        breaks.add(breakBetween(whole, run.get(run.size() - 1).year(), figure.year()));
        run = new ArrayList<>();
      }
      name = here;
      run.add(figure);
    }
    if (name != null) {
      segments.add(new YearSeries(whole.key(), name, whole.unit(), run));
    }
    return new Split(whole, segments, breaks);
  }

  private Break breakBetween(YearSeries whole, int last, int next) {
    int from = place(whole.key(), last);
    int to = place(whole.key(), next);
    List<String> why = new ArrayList<>();
    for (int i = Math.min(from, to); i < Math.max(from, to); i++) {
      String reason = reasons.get(whole.key().sector())[i];
      if (reason != null) {
        why.add("GB/T 4754-%s to -%s: %s".formatted(version(i), version(i + 1), reason));
      }
    }
    return new Break(last, next, String.join("; ", why));
  }

  private String label(String sector, int place) {
    String[] breaks = reasons.get(sector);
    int first = place;
    while (first > 0 && breaks[first - 1] == null) {
      first--;
    }
    int last = place;
    while (last < breaks.length && breaks[last] == null) {
      last++;
    }
    return first == last
        ? "[GB/T 4754-%s]".formatted(version(first))
        : "[GB/T 4754-%s…%s]".formatted(version(first), version(last));
  }

  private int place(SeriesKey key, int year) {
    boolean[] knows = key.sector() == null ? null : known.get(key.sector());
    return knows == null ? -1 : classifications.versionOf(key.publication(), year, knows);
  }

  private String version(int place) {
    return Objects.requireNonNull(classifications.versions().get(place).version());
  }
}
