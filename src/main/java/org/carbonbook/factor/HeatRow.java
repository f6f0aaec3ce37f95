package org.carbonbook.factor;

/** A published factor of purchased heat, t CO2 per GJ. */
record HeatRow(
    String table, String row, double tPerGj, Validity validity, String source, FactorRow place) {}
