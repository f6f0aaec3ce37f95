package org.carbonbook.statistics.decoupling;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The decoupling of a pressure from its driver in one group: for every pair of neighbouring years,
 * the whole span and each window. A group without a span has one row that says why. Input columns:
 * 0 year, 1 driver, 2 pressure.
 *
 * @param driver the name of the driver in the rows
 * @param pressure the name of the pressure
 * @param windows spans of years to report besides the whole and the single years
 */
public record DecouplingKernel(String driver, String pressure, List<YearSpan> windows)
    implements GroupKernel {

  /** The output columns. */
  public static final List<KernelColumn> COLUMNS =
      List.of(
          KernelColumn.integer("year_from"),
          KernelColumn.integer("year_to"),
          KernelColumn.text("driver"),
          KernelColumn.text("pressure"),
          KernelColumn.number("driver_change"),
          KernelColumn.number("pressure_change"),
          KernelColumn.number("elasticity"),
          KernelColumn.text("state"),
          KernelColumn.text("state_zh"),
          KernelColumn.number("oecd_ratio"),
          KernelColumn.number("oecd_factor"),
          KernelColumn.text("status"));

  /** Copies the windows. */
  public DecouplingKernel {
    windows = new ArrayList<>(windows);
  }

  @Override
  public List<KernelColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    return PairSpans.rows(columns, driver, pressure, windows, this::row, this::blank);
  }

  private Object[] row(YearSpan span, TimeSeries drivers, TimeSeries pressures) {
    Assessment<Decoupling> assessment = Decoupling.between(pressures, drivers, span);
    Object[] row = blank(assessment.status());
    row[0] = span.from();
    row[1] = span.to();
    assessment.find().ifPresent(found -> fill(row, found));
    return row;
  }

  private static void fill(Object[] row, Decoupling found) {
    row[4] = found.driverChange();
    row[5] = found.pressureChange();
    row[6] = found.elasticity().isPresent() ? found.elasticity().getAsDouble() : null;
    row[7] = found.state().en();
    row[8] = found.state().zh();
    row[9] = found.oecd().ratio();
    row[10] = found.oecd().factor();
  }

  private Object[] blank(String status) {
    Object[] row = new Object[COLUMNS.size()];
    row[2] = driver;
    row[3] = pressure;
    row[11] = status;
    return row;
  }
}
