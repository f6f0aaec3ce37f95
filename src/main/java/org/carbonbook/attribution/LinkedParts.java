package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.notice.Notice;

/**
 * A variable carried over changes of the industrial classification, so that an identity can show a
 * change as a factor of its own, published over linked. Where a sector of one edition of the
 * classification is not the same sector in the next ({@code core.series} has the segments within
 * which the concordance changes nothing), its linked figure keeps the share in the total that it
 * had before the change: neither edition is published for the other's years, so what moved in that
 * one pair of years cannot be split into reclassification and structure, and is shown as
 * reclassification.
 */
final class LinkedParts {

  private final DecompositionRun run;
  private final Map<String, ObservedFigure> figures = new HashMap<>();
  private final Map<String, String> segments;
  private final List<Notice> notices;
  private final Map<String, TreeSet<String>> broken = new TreeMap<>();

  /**
   * Links figures of one run.
   *
   * @param segments for an observation the segment of the series that it belongs to
   * @param notices takes which sectors have a break
   */
  LinkedParts(
      DecompositionRun run,
      List<ObservedFigure> figures,
      Map<String, String> segments,
      List<Notice> notices) {
    this.run = run;
    figures.forEach(f -> this.figures.put(f.observationId(), f));
    this.segments = segments;
    this.notices = notices;
  }

  /** The linked figures of a variable. */
  List<VariablePart> linked(String variable, List<VariablePart> published) {
    Map<String, Double> totals = new HashMap<>();
    Map<String, List<VariablePart>> series = new TreeMap<>();
    for (VariablePart part : published) {
      totals.merge(part.regionCode() + " " + part.year(), part.value(), Double::sum);
      series
          .computeIfAbsent(part.regionCode() + " " + part.sourceSector(), k -> new ArrayList<>())
          .add(part);
    }
    List<VariablePart> parts = new ArrayList<>();
    series.values().forEach(own -> parts.addAll(linked(variable, own, totals)));
    broken.forEach((place, sectors) -> notices.add(notice(place, sectors)));
    return parts;
  }

  private List<VariablePart> linked(
      String variable, List<VariablePart> own, Map<String, Double> totals) {
    own.sort(Comparator.comparingInt(VariablePart::year));
    List<VariablePart> parts = new ArrayList<>();
    double link = 1;
    String how = own.get(0).how();
    for (int i = 0; i < own.size(); i++) {
      VariablePart part = own.get(i);
      if (i > 0 && isBroken(own.get(i - 1), part)) {
        VariablePart before = own.get(i - 1);
        link *= share(part, totals) / share(before, totals);
        how =
            "linked: its share of %d is held over the change of classification"
                .formatted(before.year());
        broken
            .computeIfAbsent(
                "%s %s %d:%d"
                    .formatted(run.identity(), part.regionCode(), before.year(), part.year()),
                k -> new TreeSet<>())
            .add(part.sourceSector());
      }
      parts.add(scaled(variable, part, link, how));
    }
    return parts;
  }

  /** A sector that is zero before or after appears or disappears; nothing can be linked there. */
  private boolean isBroken(VariablePart before, VariablePart after) {
    String one = segments.get(before.observationId());
    String next = segments.get(after.observationId());
    return !Objects.equals(one, next) && before.value() > 0 && after.value() > 0;
  }

  private static double share(VariablePart part, Map<String, Double> totals) {
    return part.value() / totals.get(part.regionCode() + " " + part.year());
  }

  private VariablePart scaled(String variable, VariablePart part, double link, String how) {
    double scale = part.scale() / link;
    return new VariablePart(
        part.identity(),
        variable,
        part.regionCode(),
        part.year(),
        part.sector(),
        part.fuel(),
        part.sourceSector(),
        part.edition(),
        part.factorSet(),
        figures.get(part.observationId()).value() * scale,
        part.unit(),
        part.observationId(),
        scale,
        how,
        part.figureOrigin());
  }

  private static Notice notice(String place, SortedSet<String> sectors) {
    return Notice.of(
        AttributionNotice.CLASSIFICATION_LINKED,
        place,
        "%d sectors are not the same in both editions of GB/T 4754, so their change between these years is the factor classification: %s"
            .formatted(sectors.size(), String.join(", ", sectors)),
        "add the published weight of a sector to conf/industry/concordance.csv to carry it over the change");
  }
}
