package org.carbonbook.statistics.decoupling;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.GroupedRows;
import org.carbonbook.statistics.series.TimeColumn;

/**
 * Two yearly columns set against each other, for many groups at once: {@code decoupling} of a
 * pressure from its driver, or the {@code energyElasticity}. Both report every pair of neighbouring
 * years, the whole span and any windows asked for; a group without a span has one row that says
 * why.
 */
public final class PairTable {

  private static final StructType DECOUPLING =
      new StructType()
          .add("year_from", DataTypes.IntegerType)
          .add("year_to", DataTypes.IntegerType)
          .add("driver", DataTypes.StringType)
          .add("pressure", DataTypes.StringType)
          .add("driver_change", DataTypes.DoubleType)
          .add("pressure_change", DataTypes.DoubleType)
          .add("elasticity", DataTypes.DoubleType)
          .add("state", DataTypes.StringType)
          .add("oecd_ratio", DataTypes.DoubleType)
          .add("oecd_factor", DataTypes.DoubleType)
          .add("status", DataTypes.StringType);

  private static final StructType ELASTICITY =
      new StructType()
          .add("year_from", DataTypes.IntegerType)
          .add("year_to", DataTypes.IntegerType)
          .add("intervals", DataTypes.IntegerType)
          .add("energy_growth", DataTypes.DoubleType)
          .add("output_growth", DataTypes.DoubleType)
          .add("price_basis", DataTypes.StringType)
          .add("elasticity", DataTypes.DoubleType)
          .add("status", DataTypes.StringType);

  private final Dataset<Row> rows;
  private final List<String> by;
  private final String time;
  private List<YearSpan> windows = List.of();

  private PairTable(Dataset<Row> rows, List<String> by, String time) {
    this.rows = rows;
    this.by = List.copyOf(by);
    this.time = time;
  }

  /**
   * Groups of yearly rows.
   *
   * @param rows one row to a group and year, with both columns
   * @param by the key columns
   * @param time the column of the year
   */
  public static PairTable on(Dataset<Row> rows, List<String> by, String time) {
    return new PairTable(rows, by, time);
  }

  /** The columns of {@link #decouplingKernel}. */
  public static StructType decouplingSchema() {
    return DECOUPLING;
  }

  /**
   * The decoupling of one group, for a caller that groups rows itself. The kernel's columns are
   * year, driver, pressure.
   *
   * @param driver the name of the driver in its rows
   * @param pressure the name of the pressure
   */
  public static GroupKernel decouplingKernel(String driver, String pressure) {
    return new DecouplingKernel(driver, pressure, List.of());
  }

  /** The columns of {@link #elasticityKernel}. */
  public static StructType elasticitySchema() {
    return ELASTICITY;
  }

  /**
   * The energy elasticity of one group, for a caller that groups rows itself. The kernel's columns
   * are year, output, energy.
   */
  public static GroupKernel elasticityKernel(PriceBasis outputPrices) {
    return new ElasticityKernel(outputPrices, List.of());
  }

  /** Spans to be reported besides the whole and the single years. */
  public PairTable windows(YearSpan... spans) {
    windows = List.of(spans);
    return this;
  }

  /**
   * Decoupling: year_from, year_to, driver, pressure (the columns' names), driver_change,
   * pressure_change, elasticity, state, oecd_ratio, oecd_factor, status.
   */
  public Dataset<Row> decoupling(String driver, String pressure) {
    return grouped(driver, pressure)
        .map(DECOUPLING, new DecouplingKernel(driver, pressure, windows));
  }

  /**
   * Energy elasticity: year_from, year_to, intervals, energy_growth, output_growth, price_basis,
   * elasticity, status; growth is compound per year.
   */
  public Dataset<Row> energyElasticity(String output, String energy, PriceBasis outputPrices) {
    return grouped(output, energy).map(ELASTICITY, new ElasticityKernel(outputPrices, windows));
  }

  private GroupedRows grouped(String driver, String pressure) {
    return GroupedRows.of(
        rows,
        by,
        List.of(
            TimeColumn.of(rows, time), GroupedRows.quoted(driver), GroupedRows.quoted(pressure)));
  }
}
