package org.carbonbook.factor;

import java.io.Serializable;

/**
 * The average CO2 factor of electricity of one area in one year: one row of {@code
 * core.grid_factor}. Rejected rows are listed too, so that nobody looks for them in vain, and are
 * never used.
 *
 * @param factorTable file under conf/factors, without .csv
 * @param level {@code nation}, {@code grid} or {@code province}
 * @param regionCode administrative code; null for a grid
 * @param series {@code average}, or another series of the same area, e.g. {@code enterprise}
 * @param kgCo2PerKwh location-based
 * @param status {@code cited}, {@code secondary}, {@code modelled} or {@code rejected}
 * @param note why the status is what it is, else null
 */
public record GridFactor(
    String factorTable,
    int year,
    String level,
    String areaZh,
    String areaEn,
    String regionCode,
    String series,
    double kgCo2PerKwh,
    String status,
    String source,
    String note,
    String sourceFile,
    int sourceLine)
    implements Serializable {

  /** {@code 华中 2012 (0.5257 kgCO2/kWh)}. */
  public String label() {
    return areaZh + " " + year + " (" + kgCo2PerKwh + " kgCO2/kWh)";
  }
}
