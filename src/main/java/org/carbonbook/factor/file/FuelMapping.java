package org.carbonbook.factor.file;

/**
 * The published row that is used for a fuel.
 *
 * @param ncvTable the table of the net calorific value; empty when the row has its own
 * @param takenFrom the source that the row is borrowed from, null when it is the set's own
 * @param reason why this row is used for the fuel, null when it needs none
 */
public record FuelMapping(
    String fuel,
    String table,
    String row,
    String ncvTable,
    String ncvRow,
    String takenFrom,
    String reason,
    FactorRow place) {

  public boolean hasOwnNcvSource() {
    return !ncvTable.isEmpty();
  }
}
