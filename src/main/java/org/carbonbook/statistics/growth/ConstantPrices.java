package org.carbonbook.statistics.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.GroupedRows;
import org.carbonbook.statistics.series.Reason;
import org.carbonbook.statistics.series.Series;
import org.carbonbook.statistics.series.TimeColumn;

/**
 * Constant-price values of many series at once. In: one row to a series and year with the current
 * value and the index. Out: the key columns and year, current_value, value, price_basis, status;
 * value is null where the status says why.
 */
public final class ConstantPrices {

  /** What the index column holds. */
  public enum IndexColumn {
    PRICES_PREVIOUS_YEAR_100,
    PRICES_BASE_YEAR_100,
    VOLUME_PREVIOUS_YEAR_100,
    VOLUME_BASE_YEAR_100
  }

  private static final StructType SCHEMA =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("current_value", DataTypes.DoubleType)
          .add("value", DataTypes.DoubleType)
          .add("price_basis", DataTypes.StringType)
          .add("status", DataTypes.StringType);

  private final Dataset<Row> rows;
  private final List<String> by;
  private final String time;
  private final String value;
  private final String index;

  private ConstantPrices(
      Dataset<Row> rows, List<String> by, String time, String value, String index) {
    this.rows = rows;
    this.by = List.copyOf(by);
    this.time = time;
    this.value = value;
    this.index = index;
  }

  /** Series of current values with their index beside them. */
  public static ConstantPrices on(
      Dataset<Row> rows, List<String> by, String time, String value, String index) {
    return new ConstantPrices(rows, by, time, value, index);
  }

  /** The values in prices of a base year, in no order. */
  public Dataset<Row> compute(IndexColumn kind, int baseYear) {
    return GroupedRows.of(
            rows,
            by,
            List.of(
                TimeColumn.of(rows, time), GroupedRows.quoted(value), GroupedRows.quoted(index)))
        .map(SCHEMA, new Kernel(kind, baseYear));
  }

  private record Kernel(IndexColumn kind, int baseYear) implements GroupKernel {

    @Override
    public List<Object[]> rowsOf(double[][] columns) {
      Assessment<Series> current = Series.of(columns[0], columns[1]);
      Assessment<Series> index = Series.of(columns[0], columns[2]);
      List<Object[]> rows = new ArrayList<>();
      for (int i = 0; i < columns[0].length; i++) {
        if (Double.isNaN(columns[0][i])) {
          rows.add(
              row(null, columns[1][i], Assessment.not(Reason.NO_TIME, "a row without a time")));
          continue;
        }
        int year = (int) columns[0][i];
        Assessment<Double> constant =
            current.then(
                values -> index.then(chain -> valueOf(values, chain).apply(year, baseYear)));
        rows.add(row(year, columns[1][i], constant));
      }
      return rows;
    }

    private BiFunction<Integer, Integer, Assessment<Double>> valueOf(Series values, Series index) {
      return switch (kind) {
        case PRICES_PREVIOUS_YEAR_100 ->
            (y, b) -> Deflation.byPrices(values, IndexChain.ofPreviousYear(index), y, b);
        case PRICES_BASE_YEAR_100 ->
            (y, b) -> Deflation.byPrices(values, IndexChain.ofBaseYear(index), y, b);
        case VOLUME_PREVIOUS_YEAR_100 ->
            (y, b) -> Deflation.byVolume(values, IndexChain.ofPreviousYear(index), y, b);
        case VOLUME_BASE_YEAR_100 ->
            (y, b) -> Deflation.byVolume(values, IndexChain.ofBaseYear(index), y, b);
      };
    }

    private Object[] row(Integer year, double current, Assessment<Double> constant) {
      return new Object[] {
        year,
        Double.isNaN(current) ? null : current,
        constant.find().orElse(null),
        PriceBasis.constant(baseYear).text(),
        constant.status()
      };
    }
  }
}
