package org.carbonbook.attribution;

/**
 * One figure of a variable: what sums of it are made of.
 *
 * @param identity identity it is used by
 * @param variable variable of the identity
 * @param regionCode region
 * @param year year
 * @param sector sector in the identity, or null
 * @param fuel fuel, or null
 * @param sourceSector sector of the figure itself, or null
 * @param edition edition that says so
 * @param factorSet factor set of an emission, or null
 * @param value the figure, in constant prices where prices are
 * @param unit its unit
 * @param observationId observation that it is taken from; null for an emission
 * @param scale what the observation is multiplied with; 1 but for prices
 * @param how what the scale is, or null
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
    String how) {}
