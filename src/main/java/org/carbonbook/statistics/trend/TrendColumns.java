package org.carbonbook.statistics.trend;

import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a table of trends, after the key columns. */
final class TrendColumns {

  static final StructType SCHEMA =
      new StructType()
          .add("n", DataTypes.IntegerType)
          .add("gaps", DataTypes.IntegerType)
          .add("mk_test", DataTypes.StringType)
          .add("trend", DataTypes.StringType)
          .add("s", DataTypes.DoubleType)
          .add("var_s", DataTypes.DoubleType)
          .add("z", DataTypes.DoubleType)
          .add("p", DataTypes.DoubleType)
          .add("tau", DataTypes.DoubleType)
          .add("sen_slope", DataTypes.DoubleType)
          .add("sen_low", DataTypes.DoubleType)
          .add("sen_high", DataTypes.DoubleType)
          .add("autocorrelation", DataTypes.DoubleType)
          .add("change_point_year", DataTypes.IntegerType)
          .add("change_point_p", DataTypes.DoubleType)
          .add("status", DataTypes.StringType);

  private TrendColumns() {}

  /** What is said of a series beside the test itself. */
  record Setting(int gaps, SenSlope slope, Double autocorrelation, Optional<ChangeInTime> change) {}

  /** A change point with the time of the last observation of the earlier part. */
  record ChangeInTime(double time, double p) {}

  static Object[] assessed(TrendResult result, Setting setting, double alpha, String status) {
    return new Object[] {
      result.n(),
      setting.gaps(),
      result.test().id(),
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
    Object[] row = new Object[SCHEMA.size()];
    row[0] = n;
    row[1] = gaps;
    row[2] = test.id();
    row[row.length - 1] = status;
    return row;
  }

  /** Null where there is no number: tables know no NaN. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
