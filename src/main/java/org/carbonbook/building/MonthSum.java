package org.carbonbook.building;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;

/**
 * One month of one meter at one building, added up from its days in order. Energy is added as whole
 * millionths, so that no sum depends on the order of anything.
 */
final class MonthSum implements RowGroups.Group<Row> {

  private static final double MICRO = 1e6;
  private static final int DAY_H = 24;

  /** The area of factors that hold for the whole nation, as {@code conf/regions.csv} names it. */
  private static final String NATION = "全国";

  private final EnergyRules rules;
  private final TableRows table;
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
  private int openDefects;
  private double hourlyCarbon;
  private boolean hourlyWhole = true;
  private double contracted;
  private long contractedQuantity;
  private String region;

  MonthSum(Row day, EnergyRules rules, TableRows table) {
    this.rules = rules;
    this.table = table;
    this.meterId = day.getAs(DayColumns.METER_ID);
    this.month = day.getAs(DayColumns.MONTH);
    this.buildingId = day.getAs(DayColumns.BUILDING_ID);
    this.kind = day.getAs(DayColumns.ENERGY_KIND);
    this.unit = day.getAs(DayColumns.UNIT);
    this.year = Integer.parseInt(month.substring(0, 4));
  }

  @Override
  public boolean holds(Row day) {
    return meterId.equals(day.getAs(DayColumns.METER_ID))
        && month.equals(day.getAs(DayColumns.MONTH))
        && buildingId.equals(day.getAs(DayColumns.BUILDING_ID));
  }

  /** Adds the next day of the month. */
  @Override
  public void add(Row day) {
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
    addCarbon(day, date, quantity);
  }

  private boolean isNext(LocalDate date) {
    return previous == null ? date.getDayOfMonth() == 1 : previous.plusDays(1).equals(date);
  }

  private void addCarbon(Row day, LocalDate date, long quantity) {
    region = rules.sites().region(buildingId, date);
    if (!kind.equals(EnergyFactors.ELECTRICITY)) {
      return;
    }
    Double carbon = day.getAs(DayColumns.HOURLY_CARBON);
    hourlyWhole &= carbon != null;
    hourlyCarbon += carbon == null ? 0 : carbon;
    Double contract = rules.sites().contract(buildingId, date);
    if (contract != null) {
      contracted += quantity / MICRO * contract;
      contractedQuantity += quantity;
    }
  }

  private static long micro(Row day, int column) {
    Double value = day.getAs(column);
    return value == null ? 0 : Math.round(value * MICRO);
  }

  /** The row of {@code core.meter_month}. */
  @Override
  public Row result() {
    EnergyFactors.Conversion factor = rules.factors().of(kind, unit);
    double quantity = (measured + estimated + lost) / MICRO;
    int daysOfMonth = java.time.YearMonth.parse(month).lengthOfMonth();
    int monthH = hours + (daysOfMonth - days) * DAY_H;
    boolean isSubmeter = rules.meters().isSubmeter(meterId);
    zeros.close(previous.getDayOfMonth() == daysOfMonth);
    TableRows.RowBuilder row =
        table
            .row()
            .set("meter_id", meterId)
            .set("month", month)
            .set("building_id", buildingId)
            .set("energy_kind", kind)
            .set("unit", unit)
            .set("is_submeter", isSubmeter)
            .set("in_total", !isSubmeter && factor.inTotal())
            .set("end_use", rules.meters().endUse(meterId))
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
            .set("kwh", times(quantity, factor.kwh()))
            .set("kwh_factor", factor.kwh())
            .set("kwhe", times(quantity, factor.kwhe()))
            .set("tce", times(quantity, factor.tce()))
            .set("month_h", monthH)
            .set("year_h", rules.meters().hoursOfYear(meterId, year))
            .set("measured_h", measuredH)
            .set("estimated_h", estimatedH)
            .set("lost_h", Math.max(0, monthH - measuredH - estimatedH))
            .set("zero_h", zeros.count())
            .set("zero_first_h", zeros.first())
            .set("zero_longest_h", zeros.longest())
            .set("zero_last_h", zeros.last())
            .set("open_defects", openDefects)
            .set("origin", origin(rules.sites().origin(buildingId)));
    return (kind.equals(EnergyFactors.ELECTRICITY)
            ? electricity(row, quantity, factor.kwh(), rules.electricity())
            : other(row, quantity, factor))
        .build();
  }

  private String origin(Origin ofBuilding) {
    Origin ofEnergy = estimated == 0 ? Origin.COMPUTED : Origin.ESTIMATED;
    return Origin.ofComputed(List.of(ofBuilding, ofEnergy)).text();
  }

  private TableRows.RowBuilder electricity(
      TableRows.RowBuilder row, double quantity, Double kwhFactor, ElectricityFactors factors) {
    ElectricityFactors.Applied location = factors.location(region, year);
    ElectricityFactors.Applied residual = factors.residual(region, year);
    return row.set("kgco2_yearly", times(quantity, location.kgCo2PerKwh()))
        .set("kgco2_hourly", hourlyWhole ? times(hourlyCarbon, kwhFactor) : null)
        .set("kgco2_market", market(residual.kgCo2PerKwh()))
        .set("contracted_kwh", times(contractedQuantity / MICRO, kwhFactor))
        .set("factor_value", location.kgCo2PerKwh())
        .set("factor_unit", location.kgCo2PerKwh() == null ? null : "kgCO2/kWh")
        .set("factor_area", location.area())
        .set("factor_level", location.level())
        .set("factor_year", location.year())
        .set("factor_id", location.id())
        .set("factor_basis", location.basis())
        .set("residual_value", residual.kgCo2PerKwh())
        .set("residual_area", residual.area())
        .set("residual_year", residual.year())
        .set("residual_id", residual.id());
  }

  /** Fuels and heat have the same carbon however electricity is counted. */
  private TableRows.RowBuilder other(
      TableRows.RowBuilder row, double quantity, EnergyFactors.Conversion factor) {
    Double carbon = times(quantity, factor.kgco2());
    boolean known = factor.kgco2() != null;
    return row.set("kgco2_yearly", carbon)
        .set("kgco2_hourly", carbon)
        .set("kgco2_market", carbon)
        .set("factor_value", factor.kgco2())
        .set("factor_unit", known ? "kgCO2/" + unit : null)
        .set("factor_area", known ? NATION : null)
        .set("factor_level", known ? "nation" : null)
        .set("factor_id", known ? factor.id() : null)
        .set("factor_basis", known ? factor.source() : null)
        .setNull(
            "contracted_kwh",
            "factor_year",
            "residual_value",
            "residual_area",
            "residual_year",
            "residual_id");
  }

  /** What contracts do not cover has the residual mix; without it there is no figure. */
  private Double market(Double residual) {
    long rest = measured + estimated + lost - contractedQuantity;
    if (rest == 0) {
      return contracted;
    }
    return residual == null ? null : Double.valueOf(contracted + rest / MICRO * residual);
  }

  private static Double times(double amount, Double factor) {
    return factor == null ? null : Double.valueOf(amount * factor);
  }
}
