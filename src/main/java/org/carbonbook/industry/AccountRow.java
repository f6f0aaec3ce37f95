package org.carbonbook.industry;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of an industry's account of one year, and the arithmetic between them. */
final class AccountRow {

  static final StructType SCHEMA = schema();

  /** Intensities are per ten thousand yuan, as Chinese statistics print them. */
  private static final double YUAN = 10_000;

  private AccountRow() {}

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("year", DataTypes.IntegerType)
            .add("industry_code", DataTypes.StringType)
            .add("industry", DataTypes.StringType)
            .add("sector", DataTypes.StringType)
            .add("classification", DataTypes.StringType)
            .add("output_basis", DataTypes.StringType)
            .add("output_indicator", DataTypes.StringType)
            .add("energy_basis", DataTypes.StringType);
    for (Measure measure : Measure.values()) {
      schema = schema.add(measure.column(), DataTypes.DoubleType);
      schema = schema.add(measure.seriesColumn(), DataTypes.StringType);
      if (measure.hasShare()) {
        schema = schema.add(measure.shareColumn(), DataTypes.DoubleType);
        schema = schema.add(measure.totalColumn(), DataTypes.StringType);
      }
    }
    return schema
        .add("energy_intensity", DataTypes.DoubleType)
        .add("co2_intensity", DataTypes.DoubleType)
        .add("edition", DataTypes.StringType);
  }

  /** Per ten thousand yuan of output; null where one of the two is missing or output is zero. */
  static Double intensity(Double quantity, Double output) {
    return quantity == null || output == null || output == 0 ? null : quantity / (output / YUAN);
  }

  /** A share of a total; null where one of the two is missing or the total is zero. */
  static Double share(Double part, Double total) {
    return part == null || total == null || total == 0 ? null : part / total;
  }
}
