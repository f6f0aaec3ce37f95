package org.carbonbook.attribution;

/**
 * CO2 of a row and column whose change between two years is not a change of activity, fuel or
 * factor.
 *
 * @param sector row of the balance
 * @param fuel column of the balance
 * @param from t CO2 that cannot be compared in the first year
 * @param fromShare share of the published figure that this is; 1 where nothing can be compared
 * @param to t CO2 that cannot be compared in the second year
 * @param toShare likewise
 * @param reason why, for people
 * @param reasonZh the same in Chinese
 */
record BalanceBreak(
    String sector,
    String fuel,
    double from,
    double fromShare,
    double to,
    double toShare,
    String reason,
    String reasonZh) {

  /** The change that is published as a break, in t CO2. */
  double effect() {
    return to - from;
  }
}
