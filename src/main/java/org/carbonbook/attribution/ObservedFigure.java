package org.carbonbook.attribution;

/**
 * One printed figure.
 *
 * @param observationId its id
 * @param regionCode region
 * @param year year it is about
 * @param indicator what is measured
 * @param sector sector, or null
 * @param basis basis, or null
 * @param edition edition that says so
 * @param value the figure in its canonical unit
 * @param unit the canonical unit
 */
record ObservedFigure(
    String observationId,
    String regionCode,
    int year,
    String indicator,
    String sector,
    String basis,
    String edition,
    double value,
    String unit) {}
