package org.carbonbook.series;

import java.util.List;
import org.carbonbook.industry.EditionName;

/**
 * The value of a series in one year, and what it follows from.
 *
 * @param origin observed, deflated or set_total
 * @param edition the edition that prints it; of a total the latest of its parts
 * @param observationId the printed figure; null unless observed
 * @param deflation how constant prices were reached; null unless deflated
 * @param parts the series whose values of this year add up to it; null unless a total
 */
record SeriesFigure(
    int year,
    double value,
    String origin,
    String edition,
    String observationId,
    Deflated deflation,
    List<String> parts) {

  /**
   * @param sourceSeries the series in current prices
   * @param sourceYear the year of it that was used: the base year, or the year itself
   * @param indexSeries the index
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
      String indexOf,
      List<Integer> linkYears,
      String linkDirection,
      double level) {}

  static SeriesFigure observed(int year, double value, String edition, String observationId) {
    return new SeriesFigure(year, value, "observed", edition, observationId, null, null);
  }

  static SeriesFigure deflated(int year, double value, String edition, Deflated deflation) {
    return new SeriesFigure(year, value, "deflated", edition, null, deflation, null);
  }

  static SeriesFigure total(int year, double value, String edition, List<String> parts) {
    return new SeriesFigure(year, value, "set_total", edition, null, null, parts);
  }

  /** The year of the edition; 0 where its name has none. */
  int editionYear() {
    return EditionName.yearOf(edition);
  }
}
