package org.carbonbook.statistics.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.statistics.claim.ClaimAnswer.Verdict;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Compares claims with every interpretation of their figures. A claim holds when its plain
 * interpretation agrees (total change for growth, compound over the true number of intervals for
 * yearly growth, unless the sentence names another); it holds as another reading when that one
 * agrees; else it does not follow, and the nearest reading is named.
 */
public final class ClaimCheck {

  private final SeriesSource source;

  /** Checks claims against series. */
  public ClaimCheck(SeriesSource source) {
    this.source = source;
  }

  /**
   * The answers to a claim: one for each region and price basis that its sentence does not specify.
   */
  public List<ClaimAnswer> answers(Claim claim) {
    List<String> missing =
        namesOf(claim).stream().filter(name -> !source.names().contains(name)).toList();
    if (!missing.isEmpty()) {
      String name = missing.get(0);
      return List.of(
          ClaimAnswer.notAssessed(
              claim,
              Optional.empty(),
              "there is no series '%s'; the nearest are %s".formatted(name, nearest(name))));
    }
    List<NamedSeries> candidates =
        source.listByName(claim.series(), claim.region()).stream()
            .filter(
                s ->
                    claim.priceBasis().isEmpty() || claim.priceBasis().get().equals(s.priceBasis()))
            .toList();
    if (candidates.isEmpty()) {
      return List.of(ClaimAnswer.notAssessed(claim, claim.priceBasis(), noneOf(claim)));
    }
    return candidates.stream().map(series -> answer(claim, series)).toList();
  }

  private static List<String> namesOf(Claim claim) {
    List<String> names = new ArrayList<>();
    names.add(claim.series());
    claim.per().ifPresent(names::add);
    names.addAll(claim.parts());
    return names;
  }

  private String noneOf(Claim claim) {
    SortedSet<String> there = new TreeSet<>();
    for (NamedSeries series : source.listByName(claim.series(), Optional.empty())) {
      there.add(series.region().map(r -> r + ", ").orElse("") + series.priceBasis().text());
    }
    return "series '%s' exists for %s only".formatted(claim.series(), String.join("; ", there));
  }

  private String nearest(String name) {
    SortedSet<String> names = source.names();
    return names.isEmpty() ? "none, there are no series" : NearestNames.of(name, names);
  }

  private ClaimAnswer answer(Claim claim, NamedSeries series) {
    Optional<PriceBasis> basis = Optional.of(series.priceBasis());
    Assessment<List<Interpretation>> readings =
        figure(claim, series)
            .then(values -> Interpretations.of(claim, values, series.priceBasis()));
    if (readings.find().isEmpty()) {
      return ClaimAnswer.notAssessed(
          claim, basis, readings.status().replaceFirst("^not assessed: ", ""));
    }
    return judged(claim, basis, used(claim, series), readings.get());
  }

  /** The series that a claim is checked on. */
  private List<NamedSeries> used(Claim claim, NamedSeries series) {
    Stream<NamedSeries> own = claim.parts().isEmpty() ? Stream.of(series) : Stream.empty();
    Stream<NamedSeries> companions =
        Stream.concat(claim.per().stream(), claim.parts().stream())
            .map(name -> companion(name, series));
    return Stream.concat(own, companions).toList();
  }

  private static ClaimAnswer judged(
      Claim claim,
      Optional<PriceBasis> basis,
      List<NamedSeries> used,
      List<Interpretation> readings) {
    boolean independent =
        used.stream().noneMatch(series -> series.notIndependentOf().contains(claim.id()));
    Interpretation plain = readings.get(0);
    ClaimedFigure said = claim.said();
    boolean bounded =
        said.relation() != ClaimedFigure.Relation.EQUAL
            && said.relation() != ClaimedFigure.Relation.ABOUT;
    Verdict verdict = Verdict.DOES_NOT_FOLLOW;
    Interpretation nearest = plain;
    if (said.agrees(plain.value())) {
      verdict = Verdict.HOLDS;
    } else if (!bounded) {
      Optional<Interpretation> other =
          readings.stream().filter(reading -> said.agrees(reading.value())).findFirst();
      verdict = other.isPresent() ? Verdict.HOLDS_AS : Verdict.DOES_NOT_FOLLOW;
      nearest =
          other.orElseGet(
              () ->
                  readings.stream()
                      .min(Comparator.comparingDouble(r -> Math.abs(r.value() - said.value())))
                      .orElse(plain));
    }
    return new ClaimAnswer(
        claim, basis, used, verdict, Optional.of(plain), Optional.of(nearest), independent, "");
  }

  /** The series the sentence speaks of: itself, a quotient, or a sum. */
  private Assessment<TimeSeries> figure(Claim claim, NamedSeries series) {
    if (claim.kind().needsParts()) {
      List<TimeSeries> parts = new ArrayList<>();
      for (String name : claim.parts()) {
        parts.add(companion(name, series).values());
      }
      return combined(parts, Double::sum);
    }
    if (claim.per().isEmpty()) {
      return Assessment.of(series.values());
    }
    TimeSeries divisor = companion(claim.per().get(), series).values();
    return combined(List.of(series.values(), divisor), (a, b) -> b == 0 ? Double.NaN : a / b);
  }

  /** Another series of the same region and prices where there is one, else whatever there is. */
  private NamedSeries companion(String name, NamedSeries series) {
    List<NamedSeries> candidates = source.listByName(name, series.region());
    List<NamedSeries> usable =
        candidates.isEmpty() ? source.listByName(name, Optional.empty()) : candidates;
    return usable.stream()
        .filter(other -> other.priceBasis().equals(series.priceBasis()))
        .findFirst()
        .orElse(usable.get(0));
  }

  private static Assessment<TimeSeries> combined(
      List<TimeSeries> series, java.util.function.DoubleBinaryOperator operator) {
    double[] times = series.get(0).times();
    double[] values = series.get(0).values();
    for (TimeSeries other : series.subList(1, series.size())) {
      for (int i = 0; i < times.length; i++) {
        values[i] = operator.applyAsDouble(values[i], other.findAt(times[i]).orElse(Double.NaN));
      }
    }
    return TimeSeries.of(times, values);
  }
}
