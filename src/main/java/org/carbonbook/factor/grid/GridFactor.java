package org.carbonbook.factor.grid;

import java.io.Serializable;
import java.util.Set;

/**
 * The average CO2 factor of electricity of one area in one year: one row of {@code
 * core.grid_factor}. Rejected rows are listed as well, but never used.
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

  /** The status of a figure that contradicts the official one; it is listed and never used. */
  public static final String REJECTED = "rejected";

  /** Every status a figure may have. */
  public static final Set<String> STATUSES = Set.of("cited", "secondary", "modelled", REJECTED);

  /**
   * Its {@code factor_id} in {@code core.emission_factor}, e.g. {@code grid_cn/华中/2012/average/31}.
   */
  public String id() {
    return String.join(
        "/", factorTable, areaZh, Integer.toString(year), series, Integer.toString(sourceLine));
  }

  /** {@code 华中 2012 (0.5257 kgCO2/kWh)}. */
  public String label() {
    return areaZh + " " + year + " (" + kgCo2PerKwh + " kgCO2/kWh)";
  }
}
