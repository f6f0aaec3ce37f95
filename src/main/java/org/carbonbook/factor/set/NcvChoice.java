package org.carbonbook.factor.set;

import org.carbonbook.factor.value.Validity;

/**
 * The net calorific value that a factor uses.
 *
 * @param source table and row when it is not the factor's own, else null
 */
record NcvChoice(
    Double ncv,
    String unit,
    double tjPerUnit,
    String activityUnit,
    String source,
    Validity validity) {}
