package org.carbonbook.factor.file;

import org.carbonbook.factor.value.Validity;

/** A published factor of purchased heat, t CO2 per GJ. */
public record HeatRow(
    String table, String row, double tPerGj, Validity validity, String source, FactorRow place) {}
