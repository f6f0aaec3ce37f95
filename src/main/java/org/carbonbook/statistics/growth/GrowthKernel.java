package org.carbonbook.statistics.growth;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The growth of one yearly series: by each method over the whole series and over each window, and
 * from each year to the next. Input columns: 0 year, 1 value.
 *
 * @param windows spans of years to report besides the whole series and the single years
 * @param basis the prices that the values are in
 */
public record GrowthKernel(List<YearSpan> windows, PriceBasis basis) implements GroupKernel {

  /** The output columns; {@code value} is a ratio, 0.05 for 5 %. */
  public static final List<KernelColumn> COLUMNS =
      List.of(
          KernelColumn.integer("from_year"),
          KernelColumn.integer("to_year"),
          KernelColumn.integer("intervals"),
          KernelColumn.text("method"),
          KernelColumn.text("price_basis"),
          KernelColumn.number("value"),
          KernelColumn.text("status"));

  private static final int VALUE = 5;

  /** Copies the windows. */
  public GrowthKernel {
    windows = new ArrayList<>(windows);
  }

  @Override
  public List<KernelColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<TimeSeries> read = TimeSeries.of(columns[0], columns[1]);
    if (read.find().isEmpty()) {
      return List.<Object[]>of(row(null, null, read.status()));
    }
    TimeSeries series = read.get();
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

  private Object[] rowOf(TimeSeries series, YearSpan span, GrowthMethod method) {
    Assessment<Growth> growth = GrowthRates.of(series, span.from(), span.to(), method, basis);
    Object[] row = row(span, method, growth.status());
    growth.find().ifPresent(found -> row[VALUE] = found.value());
    return row;
  }

  private Object[] row(YearSpan span, GrowthMethod method, String status) {
    return new Object[] {
      span == null ? null : span.from(),
      span == null ? null : span.to(),
      span == null ? null : span.intervals(),
      method == null ? null : method.id(),
      basis.text(),
      null,
      status
    };
  }
}
