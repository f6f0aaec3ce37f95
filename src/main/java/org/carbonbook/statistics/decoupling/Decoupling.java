package org.carbonbook.statistics.decoupling;

import java.util.OptionalDouble;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * How a pressure moved against its driver between two years.
 *
 * @param pressureChange the relative change of the pressure
 * @param driverChange the relative change of the driver
 * @param elasticity Tapio's elasticity; empty where the driver stands still
 * @param state Tapio's state
 * @param oecd the OECD's index
 */
public record Decoupling(
    double pressureChange,
    double driverChange,
    OptionalDouble elasticity,
    DecouplingState state,
    OecdDecoupling oecd) {

  /** Between two years; not assessed where a value is missing or not positive at the start. */
  public static Assessment<Decoupling> between(
      TimeSeries pressure, TimeSeries driver, YearSpan span) {
    return positive("pressure", pressure, span.from())
        .then(
            p0 ->
                known("pressure", pressure, span.to())
                    .then(
                        p1 ->
                            positive("driver", driver, span.from())
                                .then(
                                    d0 ->
                                        positive("driver", driver, span.to())
                                            .then(d1 -> Assessment.of(of(p0, p1, d0, d1))))));
  }

  private static Decoupling of(double p0, double p1, double d0, double d1) {
    double pressureChange = (p1 - p0) / p0;
    double driverChange = (d1 - d0) / d0;
    return new Decoupling(
        pressureChange,
        driverChange,
        Tapio.findElasticity(pressureChange, driverChange),
        Tapio.state(pressureChange, driverChange),
        OecdDecoupling.of(p0, p1, d0, d1));
  }

  private static Assessment<Double> known(String what, TimeSeries series, int year) {
    OptionalDouble value = series.findAt(year);
    return value.isPresent()
        ? Assessment.of(value.getAsDouble())
        : Assessment.not(NotAssessedReason.YEAR_MISSING, "no %s in %d".formatted(what, year));
  }

  private static Assessment<Double> positive(String what, TimeSeries series, int year) {
    return known(what, series, year)
        .then(
            value ->
                value > 0
                    ? Assessment.of(value)
                    : Assessment.not(
                        NotAssessedReason.NOT_POSITIVE,
                        "the %s is %s in %d, which is not positive".formatted(what, value, year)));
  }
}
