package org.carbonbook.building;

import java.sql.Timestamp;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.api.java.UDF5;
import scala.collection.Seq;

/** The carbon of a day's electricity: each hour's energy times the factor of that hour. */
final class HourlyCarbon
    implements UDF5<String, java.sql.Date, Timestamp, Seq<Double>, Seq<Double>, Double> {

  private static final long serialVersionUID = 1L;
  private static final int HOUR_S = 3600;

  private final Broadcast<EnergyRules> rules;

  HourlyCarbon(Broadcast<EnergyRules> rules) {
    this.rules = rules;
  }

  /** kg CO2 in kWh times factor; null when an hour with energy has no factor. */
  @Override
  public Double call(
      String buildingId,
      java.sql.Date day,
      Timestamp startsAt,
      Seq<Double> hours,
      Seq<Double> lost) {
    EnergyRules all = rules.value();
    String region = all.sites().region(buildingId, day.toLocalDate());
    if (region == null || !all.hours().has(region)) {
      return null;
    }
    long second = startsAt.getTime() / 1000;
    double sum = 0;
    for (int i = 0; i < hours.size(); i++) {
      Double quantity = hours.apply(i);
      double energy = (quantity == null ? 0 : quantity) + (lost == null ? 0 : lost.apply(i));
      if (energy != 0) {
        double factor = all.hours().at(region, second + (long) i * HOUR_S);
        if (Double.isNaN(factor)) {
          return null;
        }
        sum += energy * factor;
      }
    }
    return sum;
  }
}
