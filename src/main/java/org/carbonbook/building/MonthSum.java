package org.carbonbook.building;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;

/**
 * One month of one meter at one building, added up from its days in order. Energy is added as whole
 * millionths, so that no sum depends on the order of anything.
 */
final class MonthSum {

  private static final double MICRO = 1e6;
  private static final int DAY_H = 24;

  private final String meterId;
  private final String month;
  private final String buildingId;
  private final String kind;
  private final String unit;
  private final int year;
  private final ZeroHours zeros = new ZeroHours();
  private int days;
  private int hours;
  private LocalDate previous;
  private long measured;
  private long estimated;
  private long lost;
  private long filled;
  private long counted;
  private long adjusted;
  private Double registerStart;
  private Double registerEnd;
  private double measuredH;
  private double estimatedH;
  private double peak = Double.NEGATIVE_INFINITY;
  private long base;
  private int baseDays;
  private long outOfHours;
  private int openDefects;
  private double hourlyCarbon;
  private boolean hourlyWhole = true;
  private double contracted;
  private long contractedQuantity;
  private boolean anyContract;
  private String region;

  MonthSum(Row day) {
    this.meterId = day.getAs(DayColumns.METER_ID);
    this.month = day.getAs(DayColumns.MONTH);
    this.buildingId = day.getAs(DayColumns.BUILDING_ID);
    this.kind = day.getAs(DayColumns.ENERGY_KIND);
    this.unit = day.getAs(DayColumns.UNIT);
    this.year = Integer.parseInt(month.substring(0, 4));
  }

  boolean holds(Row day) {
    return meterId.equals(day.getAs(DayColumns.METER_ID))
        && month.equals(day.getAs(DayColumns.MONTH))
        && buildingId.equals(day.getAs(DayColumns.BUILDING_ID));
  }

  /** Adds the next day of the month. */
  void add(Row day, EnergyRules rules) {
    LocalDate date = day.<Date>getAs(DayColumns.DAY).toLocalDate();
    zeros.add(
        day.<Long>getAs(DayColumns.ZERO_MASK), day.<Integer>getAs(DayColumns.HOURS), isNext(date));
    previous = date;
    days++;
    hours += day.<Integer>getAs(DayColumns.HOURS);
    long quantity =
        micro(day, DayColumns.MEASURED)
            + micro(day, DayColumns.ESTIMATED)
            + micro(day, DayColumns.LOST);
    measured += micro(day, DayColumns.MEASURED);
    estimated += micro(day, DayColumns.ESTIMATED);
    lost += micro(day, DayColumns.LOST);
    filled += micro(day, DayColumns.FILLED);
    counted += micro(day, DayColumns.COUNTED);
    adjusted += micro(day, DayColumns.ADJUSTED);
    if (day.getAs(DayColumns.REGISTER_END) != null) {
      registerStart = registerStart == null ? day.getAs(DayColumns.REGISTER_START) : registerStart;
      registerEnd = day.getAs(DayColumns.REGISTER_END);
    }
    measuredH += day.<Double>getAs(DayColumns.MEASURED_H);
    estimatedH += day.<Double>getAs(DayColumns.ESTIMATED_H);
    openDefects += day.<Integer>getAs(DayColumns.OPEN_DEFECTS);
    addShape(day);
    addCarbon(day, date, quantity, rules);
  }

  private boolean isNext(LocalDate date) {
    return previous == null ? date.getDayOfMonth() == 1 : previous.plusDays(1).equals(date);
  }

  private void addShape(Row day) {
    Double min = day.getAs(DayColumns.HOUR_MIN);
    if (min == null) {
      return;
    }
    base += Math.round(min * MICRO);
    baseDays++;
    peak = Math.max(peak, day.<Double>getAs(DayColumns.HOUR_MAX));
    outOfHours += micro(day, DayColumns.OUT_OF_HOURS);
  }

  private void addCarbon(Row day, LocalDate date, long quantity, EnergyRules rules) {
    region = rules.sites().region(buildingId, date);
    if (!kind.equals(EnergyFactors.ELECTRICITY)) {
      return;
    }
    Double carbon = day.getAs(DayColumns.HOURLY_CARBON);
    hourlyWhole &= carbon != null;
    hourlyCarbon += carbon == null ? 0 : carbon;
    Double contract = rules.sites().contract(buildingId, date);
    if (contract != null) {
      anyContract = true;
      contracted += quantity / MICRO * contract;
      contractedQuantity += quantity;
    }
  }

  private static long micro(Row day, int column) {
    Double value = day.getAs(column);
    return value == null ? 0 : Math.round(value * MICRO);
  }

  /** The row of {@code core.meter_month}. */
  Row row(EnergyRules rules, TableRows table) {
    EnergyFactors.Conversion factor = rules.factors().of(kind, unit);
    boolean electric = kind.equals(EnergyFactors.ELECTRICITY);
    EnergyFactors.Yearly yearly =
        electric
            ? rules.factors().yearly(region, year)
            : new EnergyFactors.Yearly(factor.kgco2e(), factor.source());
    double quantity = (measured + estimated + lost) / MICRO;
    Double kwhFactor = factor.kwh();
    int daysOfMonth = java.time.YearMonth.parse(month).lengthOfMonth();
    int monthH = hours + (daysOfMonth - days) * DAY_H;
    zeros.close(isWholeToTheEnd(daysOfMonth));
    return table
        .row()
        .set("meter_id", meterId)
        .set("month", month)
        .set("building_id", buildingId)
        .set("energy_kind", kind)
        .set("unit", unit)
        .set("is_submeter", rules.meters().isSubmeter(meterId))
        .set("region", region)
        .set("days", days)
        .set("quantity", quantity)
        .set("measured", measured / MICRO)
        .set("estimated", estimated / MICRO)
        .set("lost", lost / MICRO)
        .set("filled", filled / MICRO)
        .set("counted", counted / MICRO)
        .set("adjusted", adjusted / MICRO)
        .set("register_start", registerStart)
        .set("register_end", registerEnd)
        .set("kwh", times(quantity, kwhFactor))
        .set("kwh_factor", kwhFactor)
        .set("tce", times(quantity, factor.tce()))
        .set("kgco2e_yearly", times(quantity, yearly.kgco2e()))
        .set("kgco2e_hourly", electric ? hourly(kwhFactor) : times(quantity, yearly.kgco2e()))
        .set("kgco2e_market", electric ? market(yearly.kgco2e()) : times(quantity, yearly.kgco2e()))
        .set("yearly_factor", yearly.kgco2e())
        .set("factor_basis", yearly.basis())
        .set("month_h", monthH)
        .set("year_h", rules.meters().hoursOfYear(meterId, year))
        .set("measured_h", measuredH)
        .set("estimated_h", estimatedH)
        .set("lost_h", Math.max(0, monthH - measuredH - estimatedH))
        .set("zero_h", zeros.count())
        .set("zero_first_h", zeros.first())
        .set("zero_longest_h", zeros.longest())
        .set("zero_last_h", zeros.last())
        .set("peak_kwh", baseDays == 0 ? null : times(peak, kwhFactor))
        .set("base_kwh", times(base / MICRO, kwhFactor))
        .set("base_days", baseDays)
        .set("out_of_hours_kwh", times(outOfHours / MICRO, kwhFactor))
        .set("open_defects", openDefects)
        .build();
  }

  private boolean isWholeToTheEnd(int daysOfMonth) {
    return previous.getDayOfMonth() == daysOfMonth;
  }

  private Double hourly(Double kwhFactor) {
    return hourlyWhole ? times(hourlyCarbon, kwhFactor) : null;
  }

  private Double market(Double yearlyFactor) {
    long rest = measured + estimated + lost - contractedQuantity;
    if (!anyContract || (rest != 0 && yearlyFactor == null)) {
      return null;
    }
    return contracted + (rest == 0 ? 0 : rest / MICRO * yearlyFactor);
  }

  private static Double times(double amount, Double factor) {
    return factor == null ? null : Double.valueOf(amount * factor);
  }
}
