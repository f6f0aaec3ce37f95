package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.notice.Notice;

/** Parts of a run's variables that printed figures bring. */
final class ObservedParts {

  private final DecompositionRun run;
  private final List<ObservedFigure> figures;
  private final Map<String, String> segments;
  private final List<Notice> notices;

  /**
   * @param figures all figures of the regions and indicators that runs ask for
   * @param segments for an observation of an industry the segment of the series it belongs to
   * @param notices takes what is missing
   */
  ObservedParts(
      DecompositionRun run,
      List<ObservedFigure> figures,
      Map<String, String> segments,
      List<Notice> notices) {
    this.run = run;
    this.figures = figures.stream().filter(f -> run.regions().contains(f.regionCode())).toList();
    this.segments = segments;
    this.notices = notices;
  }

  List<VariablePart> listParts() {
    List<VariablePart> parts = new ArrayList<>();
    run.variables().entrySet().stream()
        .filter(v -> !v.getValue().isEmission() && !v.getValue().isLinked())
        .sorted(Map.Entry.comparingByKey())
        .forEach(v -> parts.addAll(partsOf(v.getKey(), v.getValue())));
    LinkedParts links = new LinkedParts(run, figures, segments, notices);
    run.variables().entrySet().stream()
        .filter(v -> v.getValue().isLinked())
        .sorted(Map.Entry.comparingByKey())
        .forEach(v -> parts.addAll(links.linked(v.getKey(), of(v.getValue().linked(), parts))));
    return parts;
  }

  private static List<VariablePart> of(String variable, List<VariablePart> parts) {
    return parts.stream().filter(p -> p.variable().equals(variable)).toList();
  }

  private List<VariablePart> partsOf(String variable, VariableSource source) {
    List<VariablePart> parts = new ArrayList<>();
    Map<String, SortedSet<Integer>> unpriced = new TreeMap<>();
    Optional<PriceScale> prices = findPrices(source);
    for (ObservedFigure figure : chosen(source)) {
      Optional<PriceScale.Scale> scale =
          prices.isEmpty()
              ? Optional.of(new PriceScale.Scale(1, null))
              : prices.get().findScale(figure);
      if (scale.isPresent()) {
        parts.add(part(variable, source, figure, scale.get()));
      } else {
        unpriced.computeIfAbsent(figure.regionCode(), k -> new TreeSet<>()).add(figure.year());
      }
    }
    reportMissing(variable, source, parts, unpriced);
    return parts;
  }

  private Optional<PriceScale> findPrices(VariableSource source) {
    if (source.prices() == null) {
      return Optional.empty();
    }
    if (source.prices().deflated() != null) {
      return Optional.of(new Deflator(figures, source.prices().deflated().year()));
    }
    List<ObservedFigure> own = figures.stream().filter(f -> isAsked(source, f)).toList();
    return Optional.of(new BaseYearLinks(own, source.prices().linked().year()));
  }

  private boolean isAsked(VariableSource source, ObservedFigure figure) {
    boolean constant = BaseYearLinks.findBaseYear(figure).isPresent();
    boolean linked = source.prices() != null && source.prices().linked() != null;
    Map<String, String> sectors = run.sectorsOf(source);
    return figure.indicator().equals(source.indicator())
        && (source.basis() == null || source.basis().equals(figure.basis()))
        && (source.edition() == null || source.edition().equals(figure.edition()))
        && (figure.sector() == null || sectors == null || sectors.containsKey(figure.sector()))
        && linked == constant;
  }

  /**
   * One figure for each region, year and sector: of several editions the last by name, of several
   * base years the latest. Years without all sectors that the source names are excluded.
   */
  private List<ObservedFigure> chosen(VariableSource source) {
    Map<String, ObservedFigure> byKey = new TreeMap<>();
    figures.stream()
        .filter(f -> isAsked(source, f))
        .sorted(
            Comparator.comparing((ObservedFigure f) -> BaseYearLinks.findBaseYear(f).orElse(0))
                .thenComparing(ObservedFigure::edition)
                .thenComparing(ObservedFigure::observationId))
        .forEach(f -> byKey.put(f.regionCode() + " " + f.year() + " " + f.sector(), f));
    if (source.sectors() == null) {
      return List.copyOf(byKey.values());
    }
    Map<String, Set<String>> sectorsOf = new HashMap<>();
    byKey
        .values()
        .forEach(f -> sectorsOf.computeIfAbsent(year(f), k -> new HashSet<>()).add(f.sector()));
    return byKey.values().stream()
        .filter(f -> sectorsOf.get(year(f)).containsAll(source.sectors().keySet()))
        .toList();
  }

  private static String year(ObservedFigure figure) {
    return figure.regionCode() + " " + figure.year();
  }

  private VariablePart part(
      String variable, VariableSource source, ObservedFigure figure, PriceScale.Scale scale) {
    Map<String, String> sectors = run.sectorsOf(source);
    String sector =
        figure.sector() == null || sectors == null ? figure.sector() : sectors.get(figure.sector());
    return new VariablePart(
        run.identity(),
        variable,
        figure.regionCode(),
        figure.year(),
        sector,
        null,
        figure.sector(),
        figure.edition(),
        null,
        figure.value() * scale.value(),
        figure.unit(),
        figure.observationId(),
        scale.value(),
        scale.how());
  }

  private void reportMissing(
      String variable,
      VariableSource source,
      List<VariablePart> parts,
      Map<String, SortedSet<Integer>> unpriced) {
    for (String region : run.regions()) {
      String place = "%s %s %s".formatted(run.identity(), region, variable);
      SortedSet<Integer> years = unpriced.get(region);
      if (years != null) {
        notices.add(
            Notice.of(
                AttributionNotice.NO_CONSTANT_PRICES,
                place,
                "%s is available at current prices only in %s; these years are not decomposed"
                    .formatted(source.indicator(), shown(years)),
                "add gdp and gdp_index (上年=100) of one edition for every year up to the base year"));
      } else if (parts.stream().noneMatch(p -> Objects.equals(p.regionCode(), region))) {
        notices.add(
            Notice.of(
                AttributionNotice.NO_INPUT_FOR_DECOMPOSITION,
                place,
                "no figure of %s for region %s, so the decomposition is not computed"
                    .formatted(source.indicator(), region),
                "add a table with it to the landing folder, or remove the region from conf/"
                    + DecompositionRuns.FILE));
      }
    }
  }

  private static String shown(SortedSet<Integer> years) {
    return years.size() <= 3
        ? String.join(", ", years.stream().map(String::valueOf).toList())
        : years.first() + " to " + years.last();
  }
}
