package org.carbonbook.transport.sample;

import java.time.LocalDateTime;

/**
 * One row of a made-up log and what a ledger should make of it: the expected state and reason of
 * the quantity and of the odometer, empty where there is none.
 */
final class FleetRow {

  final FleetVehicle vehicle;
  final LocalDateTime time;
  LocalDateTime end;
  String stamp;
  String vehicleId;
  String card;
  String product;
  String quantity = "";
  String unit = "";
  String price = "";
  String amount = "";
  String odometer = "";
  String event = "";
  String station = "";
  String full = "";
  String expected = "used";
  String expectedOdometer = "";

  FleetRow(FleetVehicle vehicle, LocalDateTime time) {
    this.vehicle = vehicle;
    this.time = time;
    this.stamp = time.toString().replace('T', ' ');
    this.vehicleId = vehicle.id();
    this.card = vehicle.card();
    this.product = vehicle.kind().fuel;
  }

  /** A row with the same cells. */
  FleetRow copy() {
    FleetRow copy = new FleetRow(vehicle, time);
    copy.end = end;
    copy.stamp = stamp;
    copy.vehicleId = vehicleId;
    copy.card = card;
    copy.product = product;
    copy.quantity = quantity;
    copy.unit = unit;
    copy.price = price;
    copy.amount = amount;
    copy.odometer = odometer;
    copy.event = event;
    copy.station = station;
    copy.full = full;
    copy.expectedOdometer = expectedOdometer;
    return copy;
  }

  FleetRow expect(String quantityVerdict, String odometerVerdict) {
    expected = quantityVerdict;
    expectedOdometer = odometerVerdict;
    return this;
  }

  String odometerLine() {
    return String.join(",", vehicleId, stamp, odometer, event);
  }

  String fuelLine() {
    return String.join(
        ",", card, vehicleId, stamp, product, quantity, unit, price, amount, odometer, station,
        full);
  }

  String chargingLine() {
    return String.join(",", vehicleId, stamp, end.toString().replace('T', ' '), quantity, station);
  }
}
