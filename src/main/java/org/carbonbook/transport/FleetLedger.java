package org.carbonbook.transport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The ledgers of all vehicles. Rows about no registered vehicle belong to none of them. */
final class FleetLedger {

  private static final LocalDate END = LocalDate.MAX;
  private static final double KM_M = 1000;

  private final Map<String, VehicleLedger> ledgers = new TreeMap<>();

  private FleetLedger() {}

  /** Judges all rows. */
  static FleetLedger judge(
      List<LogRow> rows,
      VehicleRegistry registry,
      LedgerRules rules,
      VehicleClasses classes,
      LogUnits units) {
    Map<String, List<LogRow>> byVehicle = new TreeMap<>();
    for (LogRow row : rows) {
      if (registry.knows(row.vehicleId)) {
        byVehicle.computeIfAbsent(row.vehicleId, none -> new ArrayList<>()).add(row);
      }
    }
    FleetLedger fleet = new FleetLedger();
    byVehicle.forEach(
        (id, own) -> {
          VehicleLedger ledger = new VehicleLedger(registry.lastBefore(id, END), own);
          ledger.judgeOdometer(limits(ledger.vehicle(), rules, classes, units));
          fleet.ledgers.put(id, ledger);
        });
    fleet.ledgers.values().forEach(fleet::findFillsOfOthers);
    fleet.ledgers.values().forEach(ledger -> ledger.judgeQuantities(rules));
    return fleet;
  }

  Collection<VehicleLedger> ledgers() {
    return ledgers.values();
  }

  private static OdometerChain.ChainLimits limits(
      Vehicle vehicle, LedgerRules rules, VehicleClasses classes, LogUnits units) {
    double unit =
        units.find(vehicle.odometerUnit()).map(found -> found.factor().doubleValue()).orElse(KM_M);
    long modulus = 0;
    if (vehicle.odometerMax() != null) {
      int digits = Long.toString(vehicle.odometerMax().longValue()).length();
      modulus = Math.round(Math.pow(10, digits) * unit);
    }
    return new OdometerChain.ChainLimits(
        classes.get(vehicle.vehicleClass()).maxKmPerDay() * KM_M, modulus, rules.replacedCost());
  }

  /**
   * A fill whose odometer is not the vehicle's, not one slip away from it, and exactly that of one
   * other vehicle of the depot with the same fuel, was of the other vehicle.
   */
  private void findFillsOfOthers(VehicleLedger ledger) {
    String depot = ledger.vehicle().depot();
    for (LogRow row : ledger.rows()) {
      boolean isForeign =
          row.kind() == LogKind.FUEL
              && (row.odometerVerdict().reason() == LogReason.ODOMETER_JUMP
                  || row.odometerVerdict().reason() == LogReason.ODOMETER_BACK);
      if (!isForeign || depot == null || !row.verdict().counts()) {
        continue;
      }
      double metresPerUnit = row.odometerUnit;
      boolean isSlip =
          TypedWrong.isOneSlipFrom(
              Math.round((double) row.odometer / metresPerUnit),
              typed -> ledger.course().holds(row.startS, (double) typed * metresPerUnit));
      long others =
          ledgers.values().stream()
              .filter(other -> other != ledger)
              .filter(other -> depot.equals(other.vehicle().depot()))
              .filter(other -> Objects.equals(row.product, other.vehicle().fuel()))
              .filter(other -> other.course().holds(row.startS, (double) row.odometer))
              .count();
      if (!isSlip && others == 1) {
        row.judge(RowVerdict.rejected(LogReason.OTHER_VEHICLE));
        row.judgeOdometer(RowVerdict.rejected(LogReason.OTHER_VEHICLE));
      }
    }
  }
}
