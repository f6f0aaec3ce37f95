package org.carbonbook.statistics.decoupling;

import org.carbonbook.statistics.growth.Growth;
import org.carbonbook.statistics.growth.GrowthMethod;
import org.carbonbook.statistics.growth.GrowthRates;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The elasticity of energy consumption (能源消费弹性系数, China Energy Statistical Yearbook, explanatory
 * notes): mean yearly growth of energy over mean yearly growth of output, both compound.
 *
 * @param energy the growth of energy
 * @param output the growth of output, with its price basis
 * @param elasticity the ratio
 */
public record EnergyElasticity(Growth energy, Growth output, double elasticity) {

  /**
   * The elasticity between two years; not assessed if output does not change or a value is missing.
   */
  public static Assessment<EnergyElasticity> between(
      TimeSeries energy, TimeSeries output, YearSpan span, PriceBasis outputPrices) {
    return growth(energy, span, PriceBasis.notMoney())
        .then(e -> growth(output, span, outputPrices).then(o -> ratio(e, o)));
  }

  private static Assessment<Growth> growth(TimeSeries series, YearSpan span, PriceBasis prices) {
    return GrowthRates.of(series, span.from(), span.to(), GrowthMethod.COMPOUND, prices);
  }

  private static Assessment<EnergyElasticity> ratio(Growth energy, Growth output) {
    if (output.value() == 0) {
      return Assessment.not(
          NotAssessedReason.ZERO_DENOMINATOR,
          "output did not change from %d to %d".formatted(output.fromYear(), output.toYear()));
    }
    return Assessment.of(new EnergyElasticity(energy, output, energy.value() / output.value()));
  }
}
