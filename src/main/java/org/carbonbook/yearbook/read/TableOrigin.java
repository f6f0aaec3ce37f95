package org.carbonbook.yearbook.read;

import org.carbonbook.unit.UnitDefinition;

/**
 * What holds for every figure of a table.
 *
 * @param regionCode the table's region, null when the rows name it
 * @param year the table's year, null when rows or columns name it
 * @param unit the unit of the whole table, null when labels have their own
 */
record TableOrigin(String regionCode, Integer year, UnitDefinition unit) {}
