package org.carbonbook.transport;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of all logs of one vehicle, and its months. The odometer is judged first, then the
 * quantities; what is counted is added up by month: distances and charged energy evenly over the
 * time they took, fuel in the month in which it was sold.
 */
final class VehicleLedger {

  private static final double MICRO = 1e6;

  private final Vehicle vehicle;
  private final List<LogRow> rows;
  private final SortedMap<YearMonth, FleetMonth> months = new TreeMap<>();
  private OdometerCourse course;

  /**
   * @param vehicle its last registration
   * @param rows all rows about it, those rejected already among them
   */
  VehicleLedger(Vehicle vehicle, List<LogRow> rows) {
    this.vehicle = vehicle;
    this.rows = new ArrayList<>(rows);
    this.rows.sort(
        Comparator.comparingLong((LogRow row) -> row.startS)
            .thenComparing(LogRow::path)
            .thenComparingInt(LogRow::line));
  }

  Vehicle vehicle() {
    return vehicle;
  }

  List<LogRow> rows() {
    return rows;
  }

  OdometerCourse course() {
    return course;
  }

  SortedMap<YearMonth, FleetMonth> months() {
    return months;
  }

  FleetMonth month(YearMonth month) {
    return months.computeIfAbsent(month, none -> new FleetMonth());
  }

  /** Judges the odometer. */
  void judgeOdometer(OdometerChain.ChainLimits limits) {
    course = OdometerCourse.judge(rows, limits);
  }

  /** Judges fuel and charging, and adds everything up. */
  void judgeQuantities(LedgerRules rules) {
    rows.stream().filter(row -> row.kind() == LogKind.FUEL).forEach(this::believeDriver);
    double tank = vehicle.tank() == null ? 0 : vehicle.tank();
    new FuelFills(Math.round(tank * rules.tankTolerance() * MICRO)).judge(list(LogKind.FUEL));
    new ChargingSessions(rules.maxChargeKw()).judge(list(LogKind.CHARGING));
    course.addTo(this);
    list(LogKind.FUEL).stream().filter(row -> row.verdict().counts()).forEach(this::addFuel);
    list(LogKind.CHARGING).stream().filter(row -> row.verdict().counts()).forEach(this::addCharge);
    addFullFills();
  }

  /** A row with the card of another vehicle counts where its odometer is that of this one. */
  private void believeDriver(LogRow row) {
    boolean isOtherCard = row.verdict().reason() == LogReason.OTHER_VEHICLES_CARD;
    if (isOtherCard && course.keeps(row)) {
      row.judge(RowVerdict.used(LogReason.OTHER_VEHICLES_CARD));
    }
  }

  private List<LogRow> list(LogKind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }

  private void addFuel(LogRow row) {
    FleetMonth sum = month(MonthSpread.monthOf(row.startS));
    if (Vehicle.ELECTRICITY.equals(row.product)) {
      sum.chargedUsed += row.verdict().state() == LogState.USED ? row.quantity : 0;
      sum.chargedEstimated += row.verdict().state() == LogState.USED ? 0 : row.quantity;
    } else {
      sum.fuelUsed += row.verdict().state() == LogState.USED ? row.quantity : 0;
      sum.fuelEstimated += row.verdict().state() == LogState.USED ? 0 : row.quantity;
    }
  }

  private void addCharge(LogRow row) {
    boolean isUsed = row.verdict().state() == LogState.USED;
    MonthSpread.spread(
        row.quantity,
        row.startS,
        row.endS,
        (month, part) -> {
          FleetMonth sum = month(month);
          sum.chargedUsed += isUsed ? part : 0;
          sum.chargedEstimated += isUsed ? 0 : part;
        });
  }

  /** What was burnt between two full fills is what was filled after the first of them. */
  private void addFullFills() {
    LogRow full = null;
    long fuel = 0;
    for (LogRow row : list(LogKind.FUEL)) {
      if (!row.verdict().counts()) {
        continue;
      }
      fuel += row.quantity;
      if (row.isFull && course.keeps(row)) {
        long metres = full == null ? LogRow.NONE : course.between(full, row);
        if (metres > 0) {
          FleetMonth sum = month(MonthSpread.monthOf(row.startS));
          sum.fullFuel += fuel;
          sum.fullMetres += metres;
        }
        full = row;
        fuel = 0;
      }
    }
  }
}
