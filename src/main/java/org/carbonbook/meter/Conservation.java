package org.carbonbook.meter;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.hours.MeterFilter;
import org.carbonbook.notice.Notice;

/**
 * The check that no energy is lost or invented: the hours of a meter must add up to its readings,
 * over all days that are published.
 */
final class Conservation {

  private static final String UNIT = "meter ";
  private static final String APART = "unjudged meter ";

  private Conservation() {}

  /** The unit of work that holds a meter's notice. */
  static String unit(String meterId) {
    return UNIT + meterId;
  }

  /** The unit of work that holds the notice of a meter whose readings cannot be judged. */
  static String unjudged(String meterId) {
    return APART + meterId;
  }

  static boolean isUnjudged(String unit) {
    return unit.startsWith(APART);
  }

  /** The notice of a meter whose readings cannot be judged. */
  static Notice unjudged(String meterId, String cause) {
    return Notice.of(
        MeterNotice.METER_SET_APART,
        "meter " + meterId,
        "%s; the meter has no days".formatted(cause),
        "correct its readings or its registration; the other meters are not affected");
  }

  /** The meters among units of work. */
  static Set<String> meters(Set<String> units) {
    Set<String> meters = new HashSet<>();
    units.stream()
        .filter(unit -> unit.startsWith(UNIT))
        .forEach(unit -> meters.add(unit.substring(UNIT.length())));
    return meters;
  }

  /**
   * The meters whose hours do not add up, with hours less readings in millionths.
   *
   * @param days rows of {@code core.meter_day}
   * @param meters those to check
   */
  static Map<String, Long> differences(Dataset<Row> days, Set<String> meters) {
    Map<String, Long> differences = new TreeMap<>();
    Column readings =
        coalesce(col("end").minus(col("start")).plus(col("adjusted")), col("counted"));
    days.where(MeterFilter.of(days.sparkSession(), meters))
        .groupBy("meter_id")
        .agg(
            sum(micro("measured")
                    .plus(micro("estimated"))
                    .plus(micro("lost"))
                    .minus(micro("filled")))
                .as("hours"),
            sum(micro("counted")).as("counted"),
            sum(micro("adjusted")).as("adjusted"),
            register("min_by", "register_start").as("start"),
            register("max_by", "register_end").as("end"))
        .withColumn("difference", col("hours").minus(readings))
        .where(col("difference").notEqual(lit(0)))
        .collectAsList()
        .forEach(
            row ->
                differences.put(row.getString(0), row.<BigDecimal>getAs("difference").longValue()));
    return differences;
  }

  private static Column micro(String column) {
    return round(col(column).multiply(lit(Millionths.ONE))).cast("decimal(38,0)");
  }

  /** The first or last register of a meter. */
  private static Column register(String function, String column) {
    return expr(
        "cast(round(%1$s(%2$s, day) FILTER (WHERE %2$s IS NOT NULL) * %3$d) as decimal(38,0))"
            .formatted(function, column, Millionths.ONE));
  }

  /** The notice of a meter whose hours do not add up. */
  static Notice notice(String meterId, long difference) {
    return Notice.of(
        MeterNotice.METER_NOT_CONSERVED,
        "meter " + meterId,
        "its hours differ from its readings by %s; no release is published"
            .formatted(Millionths.toDouble(difference)),
        "this is a fault of carbonbook: report it with the meter's logs and its registration");
  }
}
