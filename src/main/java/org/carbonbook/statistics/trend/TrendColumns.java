package org.carbonbook.statistics.trend;

import java.util.List;
import java.util.Optional;
import org.carbonbook.statistics.series.KernelColumn;

/** The columns of a table of trends, after the key columns. */
final class TrendColumns {

  static final List<KernelColumn> COLUMNS =
      List.of(
          KernelColumn.integer("n"),
          KernelColumn.integer("gaps"),
          KernelColumn.text("mk_test"),
          KernelColumn.text("trend"),
          KernelColumn.number("s"),
          KernelColumn.number("var_s"),
          KernelColumn.number("z"),
          KernelColumn.number("p"),
          KernelColumn.number("tau"),
          KernelColumn.number("sen_slope"),
          KernelColumn.number("sen_low"),
          KernelColumn.number("sen_high"),
          KernelColumn.number("autocorrelation"),
          KernelColumn.integer("change_point_year"),
          KernelColumn.number("change_point_p"),
          KernelColumn.text("status"));

  private TrendColumns() {}

  /** What describes a series beside the test itself. */
  record Setting(int gaps, SenSlope slope, Double autocorrelation, Optional<ChangeInTime> change) {}

  /** A change point with the time of the last observation of the earlier part. */
  record ChangeInTime(double time, double p) {}

  static Object[] assessed(
      TrendTest test, TrendResult result, Setting setting, double alpha, String status) {
    return new Object[] {
      result.n(),
      setting.gaps(),
      test.id(),
      result.trend(alpha).text(),
      result.s(),
      finite(result.varS()),
      finite(result.z()),
      finite(result.p()),
      finite(result.tau()),
      finite(setting.slope().slope()),
      finite(setting.slope().low()),
      finite(setting.slope().high()),
      setting.autocorrelation(),
      setting.change().map(change -> (int) Math.floor(change.time())).orElse(null),
      setting.change().map(ChangeInTime::p).orElse(null),
      status
    };
  }

  static Object[] notAssessed(TrendTest test, int n, int gaps, String status) {
    Object[] row = new Object[COLUMNS.size()];
    row[0] = n;
    row[1] = gaps;
    row[2] = test.id();
    row[row.length - 1] = status;
    return row;
  }

  /** Null where there is no number: tables have no NaN. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
