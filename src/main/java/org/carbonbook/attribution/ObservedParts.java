package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;

/**
 * Figures of a run's variables in one region, publication by publication: a variable is never put
 * together from two of them.
 */
final class ObservedParts {

  private final DecompositionRun run;
  private final String region;
  private final List<ObservedFigure> figures;
  private final Map<String, String> segments;
  private final List<Notice> notices;
  private final Map<String, List<PublicationParts>> known = new HashMap<>();

  /**
   * Figures of one run and region.
   *
   * @param figures all figures of the indicators that runs ask for
   * @param segments for an observation of an industry the segment of the series it belongs to
   * @param notices takes what is missing
   */
  ObservedParts(
      DecompositionRun run,
      String region,
      List<ObservedFigure> figures,
      Map<String, String> segments,
      List<Notice> notices) {
    this.run = run;
    this.region = region;
    this.figures = figures.stream().filter(f -> f.regionCode().equals(region)).toList();
    this.segments = segments;
    this.notices = notices;
  }

  /** What each publication has of a variable, the one of the highest priority first. */
  List<PublicationParts> listPublications(String variable) {
    List<PublicationParts> publications = known.get(variable);
    if (publications == null) {
      publications = publicationsOf(variable);
      known.put(variable, publications);
    }
    return publications;
  }

  private List<PublicationParts> publicationsOf(String variable) {
    VariableSource source = run.variables().get(variable);
    if (source.isLinked()) {
      LinkedParts links = new LinkedParts(run, figures, segments, notices);
      return listPublications(source.linked()).stream()
          .map(of -> publication(of.publication(), of.rank(), links.linked(variable, all(of))))
          .toList();
    }
    Map<String, List<ObservedFigure>> byPublication =
        figures.stream()
            .filter(f -> isAsked(source, f))
            .collect(Collectors.groupingBy(ObservedFigure::publication));
    SortedSet<Integer> unpriced = new TreeSet<>();
    List<PublicationParts> publications = new ArrayList<>();
    byPublication.forEach(
        (name, own) -> {
          int rank = own.stream().mapToInt(ObservedFigure::editionRank).min().orElseThrow();
          List<VariablePart> parts = priced(variable, source, counted(own), unpriced);
          if (!parts.isEmpty()) {
            publications.add(publication(name, rank, parts));
          }
        });
    reportMissing(variable, source, publications, unpriced);
    return publications.stream()
        .sorted(
            Comparator.comparingInt(PublicationParts::rank)
                .thenComparing(PublicationParts::publication))
        .toList();
  }

  private static List<VariablePart> all(PublicationParts publication) {
    return publication.byYear().values().stream().flatMap(List::stream).toList();
  }

  /** Only years that have all sectors which the variable names. */
  private PublicationParts publication(String name, int rank, List<VariablePart> parts) {
    TreeMap<Integer, List<VariablePart>> byYear = new TreeMap<>();
    parts.forEach(p -> byYear.computeIfAbsent(p.year(), k -> new ArrayList<>()).add(p));
    if (!parts.isEmpty()) {
      Set<String> named = sectorsNamed(parts.get(0).variable());
      byYear
          .values()
          .removeIf(
              own ->
                  !own.stream()
                      .map(p -> String.valueOf(p.sourceSector()))
                      .collect(Collectors.toSet())
                      .containsAll(named));
    }
    return new PublicationParts(name, rank, byYear);
  }

  private Set<String> sectorsNamed(String variable) {
    Map<String, String> sectors = run.variables().get(variable).sectors();
    return sectors == null ? Set.of() : sectors.keySet();
  }

  /** One figure for each year and sector: by priority of the edition, then of the latest base. */
  private static List<ObservedFigure> counted(List<ObservedFigure> own) {
    Map<String, ObservedFigure> byKey = new TreeMap<>();
    own.stream()
        .sorted(
            Comparator.comparing((ObservedFigure f) -> -BaseYearLinks.findBaseYear(f).orElse(0))
                .thenComparing(ObservedFigure::editionRank)
                .thenComparing(ObservedFigure::observationId))
        .forEach(f -> byKey.putIfAbsent(f.year() + " " + f.sector(), f));
    return List.copyOf(byKey.values());
  }

  private List<VariablePart> priced(
      String variable,
      VariableSource source,
      List<ObservedFigure> own,
      SortedSet<Integer> unpriced) {
    List<VariablePart> parts = new ArrayList<>();
    Optional<PriceScale> prices = findPrices(source);
    for (ObservedFigure figure : own) {
      Optional<PriceScale.Scale> scale =
          prices.isEmpty()
              ? Optional.of(new PriceScale.Scale(1, null))
              : prices.get().findScale(figure);
      if (scale.isPresent()) {
        parts.add(part(variable, source, figure, scale.get()));
      } else {
        unpriced.add(figure.year());
      }
    }
    return parts;
  }

  private Optional<PriceScale> findPrices(VariableSource source) {
    if (source.prices() == null || source.isShares()) {
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
        && Objects.equals(source.item(), figure.item())
        && (source.basis() == null || source.basis().equals(figure.basis()))
        && (source.edition() == null || source.edition().equals(figure.edition()))
        && (figure.sector() == null || sectors == null || sectors.containsKey(figure.sector()))
        && linked == constant;
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
        scale.how(),
        scale.how() == null ? figure.origin() : Origin.ofComputed(List.of(figure.origin())));
  }

  private void reportMissing(
      String variable,
      VariableSource source,
      List<PublicationParts> publications,
      SortedSet<Integer> unpriced) {
    String place = "%s %s %s".formatted(run.identity(), region, variable);
    SortedSet<Integer> lost = new TreeSet<>(unpriced);
    publications.forEach(p -> lost.removeAll(p.byYear().keySet()));
    if (!lost.isEmpty()) {
      notices.add(
          Notice.of(
              AttributionNotice.NO_CONSTANT_PRICES,
              place,
              "%s is available at current prices only in %s; these years are not decomposed"
                  .formatted(source.indicator(), shown(lost)),
              "add gdp and gdp_index (上年=100) of the same publication for every year up to the base year"));
    } else if (publications.isEmpty()) {
      notices.add(
          Notice.of(
              AttributionNotice.NO_INPUT_FOR_DECOMPOSITION,
              place,
              "no figure of %s for region %s, so the decomposition is not computed"
                  .formatted(source.indicator(), region),
              "add a table with it to the landing folder, or name other regions in conf/"
                  + DecompositionRuns.FILE));
    }
  }

  private static String shown(SortedSet<Integer> years) {
    return years.size() <= 3
        ? String.join(", ", years.stream().map(String::valueOf).toList())
        : years.first() + " to " + years.last();
  }
}
