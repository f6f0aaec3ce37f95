package org.carbonbook.transport;

import java.time.LocalDate;
import java.util.List;

/** Finds the vehicle that a row of a log is about. */
final class RowOwner {

  private final VehicleRegistry registry;

  RowOwner(VehicleRegistry registry) {
    this.registry = registry;
  }

  /** Sets the vehicle of a row, and rejects a row that is about no vehicle. */
  void find(LogRow row, String printedVehicle, LocalDate day) {
    List<String> holders = row.card == null ? List.of() : registry.holders(row.card, day);
    if (printedVehicle == null) {
      findByCard(row, holders);
      return;
    }
    row.vehicleId = printedVehicle;
    if (registry.find(printedVehicle, day).isEmpty()) {
      reject(row, LogReason.NOT_REGISTERED);
    } else if (!holders.isEmpty() && !holders.contains(printedVehicle)) {
      row.judge(RowVerdict.rejected(LogReason.OTHER_VEHICLES_CARD));
    }
  }

  private static void findByCard(LogRow row, List<String> holders) {
    if (holders.size() == 1) {
      row.vehicleId = holders.get(0);
      return;
    }
    row.vehicleId = row.card == null ? "?" : "card " + row.card;
    reject(row, holders.isEmpty() ? LogReason.NO_VEHICLE : LogReason.CARD_OF_TWO_VEHICLES);
  }

  private static void reject(LogRow row, LogReason reason) {
    row.judge(RowVerdict.rejected(reason));
    row.judgeOdometer(RowVerdict.rejected(reason));
  }
}
