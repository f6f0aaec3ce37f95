package org.carbonbook.attribution;

import java.math.BigDecimal;
import java.util.List;
import org.carbonbook.lake.Origin;

/**
 * A total at constant prices that is distributed over sectors by their shares at current prices:
 * every sector takes the deflator of the total, because the inputs have no other. The shares may be
 * another publication's than the total; this is the declared link between the two.
 */
final class SharedParts {

  private SharedParts() {}

  /**
   * The sectors' parts of a total of the same year.
   *
   * @param shares figures at current prices, one for each sector
   * @param total what is distributed
   * @param publication publication of the shares
   */
  static List<VariablePart> of(
      List<VariablePart> shares, List<VariablePart> total, String publication) {
    double scale = sum(total) / sum(shares);
    String how =
        "share of the sector at current prices (%s) in the %s (%s)"
            .formatted(publication, total.get(0).variable(), total.get(0).edition());
    return shares.stream()
        .map(
            p ->
                new VariablePart(
                    p.identity(),
                    p.variable(),
                    p.regionCode(),
                    p.year(),
                    p.sector(),
                    p.fuel(),
                    p.sourceSector(),
                    p.edition(),
                    p.factorSet(),
                    p.value() * scale,
                    p.unit(),
                    p.observationId(),
                    scale,
                    how,
                    Origin.ofComputed(
                        List.of(Origin.ESTIMATED, p.figureOrigin(), total.get(0).figureOrigin()))))
        .toList();
  }

  private static double sum(List<VariablePart> parts) {
    return parts.stream()
        .map(p -> BigDecimal.valueOf(p.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }
}
