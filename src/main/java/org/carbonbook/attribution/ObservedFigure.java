package org.carbonbook.attribution;

import org.carbonbook.industry.EditionName;
import org.carbonbook.lake.Origin;

/**
 * One published figure.
 *
 * @param observationId its id
 * @param regionCode region
 * @param year year it is about
 * @param indicator what is measured
 * @param sector sector, or null
 * @param item fuel or other item, or null
 * @param basis basis, or null
 * @param edition edition that publishes it
 * @param editionRank priority of the edition, 1 counts first
 * @param origin how it came to be
 * @param value the figure in its canonical unit
 * @param unit the canonical unit
 */
record ObservedFigure(
    String observationId,
    String regionCode,
    int year,
    String indicator,
    String sector,
    String item,
    String basis,
    String edition,
    int editionRank,
    Origin origin,
    double value,
    String unit) {

  /** The publication of the edition: figures of two publications are never one series. */
  String publication() {
    return EditionName.publicationOf(edition);
  }
}
