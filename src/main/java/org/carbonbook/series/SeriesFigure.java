package org.carbonbook.series;

import java.util.List;
import org.carbonbook.lake.Origin;

/**
 * The value of a series in one year, and what it follows from.
 *
 * @param derivation observed, deflated or set_total
 * @param origin how it came to be; of a computed figure the weakest of its inputs
 * @param edition the edition that prints it; of a total the one of its parts that counts last
 * @param rank the declared priority of that edition, 1 counts first
 * @param observationId the printed figure; null unless observed
 * @param deflation how constant prices were reached; null unless deflated
 * @param parts the series whose values of this year add up to it; null unless a total
 */
record SeriesFigure(
    int year,
    double value,
    String derivation,
    Origin origin,
    String edition,
    int rank,
    String observationId,
    Deflated deflation,
    List<String> parts) {

  /**
   * @param sourceSeries the series in current prices
   * @param sourceYear the year of it that was used: the base year, or the year itself
   * @param indexSeries the index
   * @param indexPublication the publication of the index
   * @param indexOf volume or prices
   * @param linkYears the years of the index that were multiplied, in order
   * @param linkDirection forward where the links are multiplied, back where the level is the
   *     inverse
   * @param level the level of the index, base year = 1
   */
  record Deflated(
      String sourceSeries,
      int sourceYear,
      String indexSeries,
      String indexPublication,
      String indexOf,
      List<Integer> linkYears,
      String linkDirection,
      double level) {}

  static SeriesFigure observed(Observation printed) {
    return new SeriesFigure(
        printed.year(),
        printed.value(),
        "observed",
        printed.origin(),
        printed.edition(),
        printed.rank(),
        printed.id(),
        null,
        null);
  }

  /** This figure of current prices in constant ones. */
  SeriesFigure deflated(double constant, Origin weakest, Deflated deflation) {
    return new SeriesFigure(
        year, constant, "deflated", weakest, edition, rank, null, deflation, null);
  }

  /**
   * A total.
   *
   * @param last the part whose edition counts last
   */
  static SeriesFigure total(double value, Origin weakest, SeriesFigure last, List<String> parts) {
    return new SeriesFigure(
        last.year(), value, "set_total", weakest, last.edition(), last.rank(), null, null, parts);
  }
}
