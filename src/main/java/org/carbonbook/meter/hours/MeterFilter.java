package org.carbonbook.meter.hours;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Whether a row is of one of some meters. A list of thousands of ids in a plan is analysed, printed
 * and compiled id by id; a set that is sent along is none of the plan's business.
 */
public final class MeterFilter implements UDF1<String, Boolean> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<Set<String>> meterIds;

  private MeterFilter(Broadcast<Set<String>> meterIds) {
    this.meterIds = meterIds;
  }

  public static Column of(SparkSession spark, Set<String> meterIds) {
    Set<String> sent = new HashSet<>(meterIds);
    return udf(
            new MeterFilter(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(sent)),
            DataTypes.BooleanType)
        .apply(col("meter_id"));
  }

  @Override
  public Boolean call(String meterId) {
    return meterIds.value().contains(meterId);
  }
}
