package org.carbonbook.factor;

/**
 * Which published row stands for a fuel; ncvTable and ncvRow are empty when the row's own NCV does.
 */
record MappingRow(
    String fuel,
    String table,
    String row,
    String ncvTable,
    String ncvRow,
    String takenFrom,
    String reason,
    FactorRow place) {

  boolean hasOwnNcvSource() {
    return !ncvTable.isEmpty();
  }
}
