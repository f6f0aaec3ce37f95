package org.carbonbook.industry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which series of a region count for the accounts: one publication for each sector and measure,
 * over all years, chosen by the declared priority of its edition ({@code conf/priorities.csv}); one
 * energy basis and one base year of constant prices for the region. So an account never joins two
 * sources or two bases.
 */
final class AccountSources {

  /** Where both are published the one that Chinese energy statistics use for totals counts. */
  private static final List<String> ENERGY_BASES = List.of("coal_equivalent", "calorific");

  private final List<AccountSeries> series;
  private final String energyBasis;
  private final String constantBasis;

  /**
   * @param series all series of the region
   * @param sectors the sectors that are accounted for
   */
  AccountSources(List<AccountSeries> series, List<String> sectors) {
    this.series = List.copyOf(series);
    List<AccountSeries> own =
        series.stream().filter(s -> s.sector() != null && sectors.contains(s.sector())).toList();
    this.energyBasis =
        own.stream()
            .filter(AccountMeasure.ENERGY::isOf)
            .map(AccountSeries::basis)
            .filter(Objects::nonNull)
            .min(Comparator.comparingInt(AccountSources::place).thenComparing(Function.identity()))
            .orElse(null);
    this.constantBasis =
        own.stream()
            .filter(
                s ->
                    AccountMeasure.OUTPUT_CONSTANT.isOf(s)
                        || AccountMeasure.VALUE_ADDED_CONSTANT.isOf(s))
            .collect(
                Collectors.groupingBy(
                    AccountSeries::basis, Collectors.summingInt(s -> s.figures().size())))
            .entrySet()
            .stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(null);
  }

  private static int place(String basis) {
    int place = ENERGY_BASES.indexOf(basis);
    return place < 0 ? ENERGY_BASES.size() : place;
  }

  /** The basis of the energy of the region; null where it has none. */
  String energyBasis() {
    return energyBasis;
  }

  /** The base of the constant prices of the region; null where it has none. */
  String constantBasis() {
    return constantBasis;
  }

  /**
   * The series that hold a measure of a sector, the proper one first; all of one publication. There
   * is more than one where another indicator is used for years that lack the proper one.
   */
  List<AccountSeries> list(String sector, AccountMeasure measure) {
    List<AccountSeries> all =
        series.stream()
            .filter(s -> sector.equals(s.sector()) && measure.isOf(s) && fits(measure, s))
            .toList();
    Optional<String> publication =
        all.stream()
            .min(Comparator.comparingInt(AccountSeries::rank).thenComparing(AccountSeries.ORDER))
            .map(AccountSeries::publication);
    return all.stream()
        .filter(s -> s.publication().equals(publication.orElseThrow()))
        .sorted(
            Comparator.<AccountSeries, Boolean>comparing(s -> !AccountMeasure.isProper(s))
                .thenComparing(AccountSeries.ORDER))
        .toList();
  }

  /** The series with the total that a share of a part is taken of: of the same publication. */
  Optional<AccountSeries> findTotal(AccountMeasure measure, AccountSeries part, int year) {
    Stream<AccountSeries> totals =
        series.stream()
            .filter(s -> measure.isTotal(s) && fits(measure, s))
            .filter(s -> s.publication().equals(part.publication()))
            .filter(s -> s.indicator().equals(part.indicator()) && s.find(year).isPresent());
    return totals.min(AccountSeries.ORDER);
  }

  private boolean fits(AccountMeasure measure, AccountSeries each) {
    if (measure == AccountMeasure.ENERGY) {
      return Objects.equals(energyBasis, each.basis());
    }
    return !measure.isAtConstantPrices() || Objects.equals(constantBasis, each.basis());
  }
}
