package org.carbonbook.attribution;

/**
 * The factors of a year's own, such as those of grids, that two years were computed with.
 *
 * @param from of the first year
 * @param to of the second year
 */
record FactorPair(AppliedFactor from, AppliedFactor to) {}
