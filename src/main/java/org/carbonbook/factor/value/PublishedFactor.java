package org.carbonbook.factor.value;

import java.io.Serializable;

/**
 * A row of a published table of fuels, whether or not a factor set uses it: net calorific value,
 * carbon content and oxidation as published.
 *
 * @param table file under conf/factors, without .csv
 * @param row key of the row
 * @param ncv null where the source has none
 * @param efValue t CO2 per activityUnit, product of the terms; null without ncv
 */
public record PublishedFactor(
    String table,
    String row,
    String zh,
    String en,
    Double ncv,
    String ncvUnit,
    Double ncvTjPerUnit,
    String activityUnit,
    double carbonContentTcPerTj,
    double oxidation,
    Double efValue,
    Double printedEf,
    String printedEfUnit,
    Integer validFrom,
    Integer validTo,
    String flag,
    String note,
    String source,
    String sourceFile,
    int sourceLine)
    implements Serializable {

  /** kg CO2 per TJ: carbon content x oxidation x 44/12 x 1000. */
  public double kgCo2PerTj() {
    return carbonContentTcPerTj * oxidation * 44 / 12 * 1000;
  }

  public Validity validity() {
    return new Validity(validFrom, validTo);
  }
}
