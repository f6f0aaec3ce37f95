package org.carbonbook.statistics.trend;

import java.io.Serializable;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A test for a monotone trend. {@code docs/methods/statistics.md} gives the formula and the source
 * of each.
 *
 * <p>A new test is one public record that implements one of the interfaces below and one line in
 * {@code META-INF/services/org.carbonbook.statistics.trend.TrendTest}; tables, the command line and
 * configuration then know it by its id.
 */
public sealed interface TrendTest extends Serializable
    permits TrendTest.OfSeries, TrendTest.OfSeasons, TrendTest.OfSites, TrendTest.OfPairs {

  /** The name in tables and options, e.g. {@code hamed_rao}. */
  String id();

  /**
   * The fewest observations that the test runs on. Below four no outcome of S is significant
   * (Gilbert 1987, table A18).
   */
  default int minimum() {
    return 4;
  }

  /** A test of one series. */
  non-sealed interface OfSeries extends TrendTest {

    /**
     * Whether it corrects for correlation from one time to the next, which means nothing where
     * times between are absent.
     */
    default boolean assumesEqualSteps() {
      return true;
    }

    /** Tests a series of at least {@link #minimum} observations. */
    TrendResult test(TimeSeries series);
  }

  /** A test of one series that is divided into seasons. */
  non-sealed interface OfSeasons extends TrendTest {

    /** Tests one array for each season, one value for each cycle; NaN where one is missing. */
    TrendResult test(double[][] seasons);
  }

  /** A test of several series over the same times. */
  non-sealed interface OfSites extends TrendTest {

    /** Tests one array for each site, one value for each time; NaN where one is missing. */
    TrendResult test(double[][] sites);
  }

  /** A test of one series beside another that may explain its trend. */
  non-sealed interface OfPairs extends TrendTest {

    /** Tests a response given its covariate, both in order of time, neither with a gap. */
    TrendResult test(double[] response, double[] covariate);
  }
}
