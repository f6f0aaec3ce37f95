package org.carbonbook.building;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.lake.TableRows;

/** Heat content, equivalent electricity, standard coal and carbon of one unit of each energy. */
final class EnergyFactors implements Serializable {

  static final String ELECTRICITY = "electricity";

  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "energy_factors/";

  private final Map<String, Conversion> byKind = new HashMap<>();

  /**
   * One kind and unit; each figure may be null.
   *
   * @param kwh kWh of heat content in one unit
   * @param kwhe kWh of equivalent electricity in one unit
   * @param tce t of standard coal in one unit, equivalent value
   * @param kgco2 kg CO2 of one unit, without CH4 and N2O
   * @param endUse what the kind is for when its meter does not say so, or null
   * @param inTotal whether the kind is part of all kinds together
   * @param id the row, as {@code factor_id} names it
   * @param source where the carbon is from
   */
  record Conversion(
      Double kwh,
      Double kwhe,
      Double tce,
      Double kgco2,
      String endUse,
      boolean inTotal,
      String id,
      String source)
      implements Serializable {}

  private static final Conversion NONE =
      new Conversion(null, null, null, null, null, true, null, null);

  /** Of the rows of {@code conf/building/energy_factors.csv}. */
  EnergyFactors(ConfTable factors) {
    for (ConfRow row : factors.rows()) {
      String key = row.filled("energy_kind") + "/" + row.filled("unit");
      byKind.put(
          key,
          new Conversion(
              number(row, "kwh_per_unit"),
              number(row, "kwhe_per_unit"),
              number(row, "tce_per_unit"),
              number(row, "kgco2_per_unit"),
              row.find("end_use").orElse(null),
              row.filled("in_total").equals("yes"),
              PREFIX + key,
              row.text("source")));
    }
  }

  /** The rows of {@code core.building_energy_factor}. */
  static List<Row> rows(ConfTable factors) {
    TableRows table = TableRows.of(BuildingTables.ENERGY_FACTOR);
    return factors.rows().stream()
        .map(
            row ->
                table
                    .row()
                    .set("factor_id", PREFIX + row.filled("energy_kind") + "/" + row.filled("unit"))
                    .set("energy_kind", row.filled("energy_kind"))
                    .set("unit", row.filled("unit"))
                    .set("zh", row.filled("zh"))
                    .set("en", row.filled("en"))
                    .set("kwh_per_unit", number(row, "kwh_per_unit"))
                    .set("kwhe_per_unit", number(row, "kwhe_per_unit"))
                    .set("tce_per_unit", number(row, "tce_per_unit"))
                    .set("kgco2_per_unit", number(row, "kgco2_per_unit"))
                    .set("end_use", row.find("end_use").orElse(null))
                    .set("in_total", row.filled("in_total").equals("yes"))
                    .set("source", row.filled("source"))
                    .build())
        .toList();
  }

  private static Double number(ConfRow row, String column) {
    return row.findDecimal(column).map(BigDecimal::doubleValue).orElse(null);
  }

  /** The factors of a kind and unit; all null when the kind has none. */
  Conversion of(String kind, String unit) {
    return byKind.getOrDefault(kind + "/" + unit, NONE);
  }
}
