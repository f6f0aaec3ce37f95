package org.carbonbook.attribution;

import org.carbonbook.lake.Origin;

/**
 * One figure of a variable: sums of a variable add these up.
 *
 * @param identity identity that uses it
 * @param variable variable of the identity
 * @param regionCode region
 * @param year year
 * @param sector sector in the identity, or null
 * @param fuel fuel, or null
 * @param sourceSector sector of the figure itself, or null
 * @param edition edition that publishes the figure
 * @param factorSet factor set of an emission, or null
 * @param value the figure times the scale
 * @param unit its unit
 * @param observationId the published figure; null for an emission
 * @param scale multiplier that converts the figure to constant prices, or restates an emission;
 *     null for 1
 * @param how what the scale is, or null
 * @param figureOrigin how the figure came to be
 */
record VariablePart(
    String identity,
    String variable,
    String regionCode,
    int year,
    String sector,
    String fuel,
    String sourceSector,
    String edition,
    String factorSet,
    double value,
    String unit,
    String observationId,
    Double scale,
    String how,
    Origin figureOrigin) {}
