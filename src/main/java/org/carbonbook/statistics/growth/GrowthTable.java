package org.carbonbook.statistics.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.GroupedRows;
import org.carbonbook.statistics.series.Series;
import org.carbonbook.statistics.series.TimeColumn;

/**
 * Growth of many series at once. Out: the key columns and from_year, to_year, intervals, method,
 * price_basis, value (a ratio), status: by each method over the whole series and over any windows
 * asked for, and from each year to the next. Where price_basis is a key column it is not repeated.
 */
public final class GrowthTable {

  private static final String PRICE_BASIS = "price_basis";

  private final Dataset<Row> rows;
  private final List<String> by;
  private final String time;
  private final String value;
  private PriceBasis basis = PriceBasis.notMoney();
  private List<YearSpan> windows = List.of();

  private GrowthTable(Dataset<Row> rows, List<String> by, String time, String value) {
    this.rows = rows;
    this.by = List.copyOf(by);
    this.time = time;
    this.value = value;
  }

  /**
   * Yearly series.
   *
   * @param rows one row to a series and year
   * @param by the columns that name a series
   * @param time the column of the year
   * @param value the column of the value; null is a gap
   */
  public static GrowthTable on(Dataset<Row> rows, List<String> by, String time, String value) {
    return new GrowthTable(rows, by, time, value);
  }

  /** The columns that follow the key columns, for a caller that groups rows itself. */
  public static StructType schema() {
    return schema(true);
  }

  /**
   * The growth of one series, for a caller that groups rows itself. The kernel's columns are year
   * and value; its rows have the columns of {@link #schema}.
   */
  public static GroupKernel kernel(PriceBasis prices) {
    return new Kernel(new ArrayList<>(), prices);
  }

  /** In which prices the values are, where no key column says it; not money if nothing is said. */
  public GrowthTable priceBasis(PriceBasis prices) {
    basis = prices;
    return this;
  }

  /** Spans of years to be reported besides the whole series and the single years. */
  public GrowthTable windows(YearSpan... spans) {
    windows = List.of(spans);
    return this;
  }

  /** The growth figures, in no order. */
  public Dataset<Row> compute() {
    boolean keyed = by.contains(PRICE_BASIS);
    StructType schema = schema(!keyed);
    GroupKernel kernel = new Kernel(new ArrayList<>(windows), keyed ? null : basis);
    return GroupedRows.of(rows, by, List.of(TimeColumn.of(rows, time), GroupedRows.quoted(value)))
        .map(schema, kernel);
  }

  private static StructType schema(boolean withBasis) {
    StructType all =
        new StructType()
            .add("from_year", DataTypes.IntegerType)
            .add("to_year", DataTypes.IntegerType)
            .add("intervals", DataTypes.IntegerType)
            .add("method", DataTypes.StringType)
            .add(PRICE_BASIS, DataTypes.StringType)
            .add("value", DataTypes.DoubleType)
            .add("status", DataTypes.StringType);
    return new StructType(
        Arrays.stream(all.fields())
            .filter(field -> withBasis || !field.name().equals(PRICE_BASIS))
            .toArray(StructField[]::new));
  }

  private record Kernel(List<YearSpan> windows, PriceBasis basis) implements GroupKernel {

    @Override
    public List<Object[]> rowsOf(double[][] columns) {
      Assessment<Series> read = Series.of(columns[0], columns[1]);
      if (read.find().isEmpty()) {
        return List.<Object[]>of(row(null, null, read.status()));
      }
      Series series = read.get();
      List<Object[]> rows = new ArrayList<>();
      List<YearSpan> spans = new ArrayList<>(YearSpan.listWhole(series));
      windows.stream().filter(span -> !spans.contains(span)).forEach(spans::add);
      for (YearSpan span : spans) {
        for (GrowthMethod method : GrowthMethod.values()) {
          rows.add(rowOf(series, span, method));
        }
      }
      for (YearSpan span : YearSpan.listYearly(series)) {
        if (!spans.contains(span)) {
          rows.add(rowOf(series, span, GrowthMethod.SIMPLE));
        }
      }
      if (rows.isEmpty()) {
        rows.add(row(null, null, "not assessed: 1 observation, growth needs 2"));
      }
      return rows;
    }

    private Object[] rowOf(Series series, YearSpan span, GrowthMethod method) {
      PriceBasis prices = basis == null ? PriceBasis.notMoney() : basis;
      Assessment<Growth> growth = GrowthRates.of(series, span.from(), span.to(), method, prices);
      Object[] row = row(span, method, growth.status());
      growth.find().ifPresent(found -> row[row.length - 2] = found.value());
      return row;
    }

    private Object[] row(YearSpan span, GrowthMethod method, String status) {
      List<Object> cells = new ArrayList<>();
      cells.add(span == null ? null : span.from());
      cells.add(span == null ? null : span.to());
      cells.add(span == null ? null : span.intervals());
      cells.add(method == null ? null : method.id());
      if (basis != null) {
        cells.add(basis.text());
      }
      cells.add(null);
      cells.add(status);
      return cells.toArray();
    }
  }
}
