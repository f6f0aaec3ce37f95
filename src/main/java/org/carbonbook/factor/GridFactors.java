package org.carbonbook.factor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import org.apache.spark.sql.Column;

/** How grid factors are named in tables. */
public final class GridFactors {

  private GridFactors() {}

  /**
   * The id of a grid factor in {@code core.emission_factor}, e.g. {@code grid_cn/华中/2012/average}.
   */
  public static String id(GridFactor factor) {
    return String.join(
        "/",
        factor.factorTable(),
        factor.areaZh(),
        Integer.toString(factor.year()),
        factor.series(),
        Integer.toString(factor.sourceLine()));
  }

  static Column id() {
    return concat_ws(
        "/", col("factor_table"), col("area_zh"), col("year"), col("series"), col("source_line"));
  }
}
