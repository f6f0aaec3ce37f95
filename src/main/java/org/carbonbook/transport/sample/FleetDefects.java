package org.carbonbook.transport.sample;

import java.util.List;
import java.util.function.Function;

/** Puts every defect that a ledger knows into the clean logs of a fleet. */
final class FleetDefects {

  private final Function<String, FleetYear> years;

  FleetDefects(Function<String, FleetYear> years) {
    this.years = years;
  }

  void putIn() {
    odometers();
    cards();
    quantities();
    sessions();
  }

  private FleetYear year(String id) {
    return years.apply(id);
  }

  private void odometers() {
    FleetRow jump = year("BD01").fills.get(30);
    jump.odometer = "6" + jump.odometer;
    jump.expect("used", "rejected odometer_jump");
    FleetRow back = year("BD02").odometers.get(4);
    back.odometer = back.odometer.substring(0, back.odometer.length() - 1);
    back.expect("rejected odometer_back", "rejected odometer_back");
    FleetRow twice = year("BD03").odometers.get(3).copy();
    year("BD03").odometers.add(twice.expect("rejected duplicate", "rejected duplicate"));
    FleetRow nonsense = year("BD03").odometers.get(5);
    nonsense.odometer = "12x4";
    nonsense.expect("rejected no_number", "rejected no_number");
    replace(year("HD01"), 6, true);
    replace(year("HD02"), 7, false);
    rollOver(year("TP01"));
  }

  /** From a reading on, the odometer is a new one; the log says so, or does not. */
  private static void replace(FleetYear year, int reading, boolean isStated) {
    FleetRow first = year.odometers.get(reading);
    long before = Long.parseLong(first.odometer) - 12;
    FleetRow firstNew = first;
    for (List<FleetRow> rows : List.of(year.odometers, year.fills)) {
      for (FleetRow row : rows) {
        if (!row.time.isBefore(first.time)) {
          row.odometer = String.valueOf(Long.parseLong(row.odometer) - before);
          firstNew = row.time.isBefore(firstNew.time) ? row : firstNew;
        }
      }
    }
    first.event = isStated ? "换表" : "";
    firstNew.expect("estimated replaced", "estimated replaced");
  }

  private static void rollOver(FleetYear year) {
    FleetRow before = null;
    for (FleetRow fill : year.fills) {
      boolean isLower =
          before != null && Long.parseLong(fill.odometer) < Long.parseLong(before.odometer);
      if (isLower) {
        fill.expect("used", "used rollover");
        return;
      }
      before = fill;
    }
    throw new IllegalStateException("the odometer does not roll over");
  }

  private void cards() {
    FleetRow stated = year("GP01").fills.get(5);
    stated.card = "K-GP02";
    stated.expect("used other_vehicles_card", "used");
    FleetRow foreign = year("TP03").fills.get(40);
    foreign.card = "K-TP04";
    foreign.vehicleId = "";
    foreign.expect("rejected other_vehicle", "rejected other_vehicle");
    FleetRow shared = year("GP05").fills.get(7);
    shared.card = "K-SHARED";
    shared.vehicleId = "";
    shared.expect("rejected card_of_two_vehicles", "rejected card_of_two_vehicles");
    FleetRow lost = year("GP06").fills.get(7);
    lost.card = "";
    lost.vehicleId = "";
    lost.expect("rejected no_vehicle", "rejected no_vehicle");
    FleetRow strange = year("GP06").fills.get(9);
    strange.card = "";
    strange.vehicleId = "XX99";
    strange.expect("rejected not_registered", "rejected not_registered");
  }

  private void quantities() {
    FleetYear trucks = year("HD03");
    FleetRow twice = trucks.fills.get(10).copy();
    trucks.fills.add(twice.expect("rejected duplicate", "used"));
    FleetRow wrong = trucks.fills.get(20);
    FleetRow back = wrong.copy();
    back.quantity = "-" + wrong.quantity;
    back.amount = "-" + wrong.amount;
    wrong.expect("rejected cancelled", "used");
    trucks.fills.add(back.expect("rejected cancelled", "used"));
    FleetRow none = trucks.fills.get(25);
    none.quantity = "0";
    none.amount = "0";
    none.expect("rejected zero", "used");
    FleetRow minus = year("HD04").fills.get(8);
    minus.quantity = "-13.70";
    minus.amount = "";
    minus.expect("rejected negative", "used");
    FleetRow slip = year("VP03").fills.get(8);
    slip.quantity = slip.quantity.replace(".", "");
    slip.amount = "";
    slip.expect("rejected over_tank", "used");
    FleetRow paid = year("VP03").fills.get(12);
    paid.quantity = paid.quantity.replace(".", "");
    paid.expect("estimated from_amount", "used");
    FleetRow blank = year("VP04").fills.get(6);
    blank.quantity = "";
    blank.expect("estimated from_amount", "used");
    FleetRow gallons = year("VP01").fills.get(9);
    gallons.unit = "gal";
    gallons.expect("rejected unit_unknown", "used");
    FleetRow other = year("SD01").fills.get(4).copy();
    other.product = "尿素";
    year("SD01").fills.add(other.expect("rejected other_fuel", "used"));
    FleetRow undated = year("SD02").fills.get(4);
    undated.stamp = "2015-02-30 09:10";
    undated.expect("rejected no_time", "rejected no_time");
    FleetRow written = year("SD03").fills.get(4);
    written.quantity = "约80";
    written.amount = "";
    written.expect("rejected no_number", "used");
  }

  private void sessions() {
    FleetYear bus = year("BE01");
    FleetRow zero = bus.sessions.get(20).copy();
    zero.quantity = "0";
    bus.sessions.add(zero.expect("rejected zero", ""));
    FleetRow twice = bus.sessions.get(40).copy();
    bus.sessions.add(twice.expect("rejected duplicate", ""));
    FleetRow overlapping =
        new FleetRow(bus.sessions.get(60).vehicle, bus.sessions.get(60).time.plusMinutes(5));
    overlapping.end = overlapping.time.plusMinutes(30);
    overlapping.quantity = "9.40";
    overlapping.station = "C9";
    bus.sessions.add(overlapping.expect("estimated overlapping", ""));
    FleetRow backwards = year("BE02").sessions.get(30);
    backwards.end = backwards.time.minusHours(1);
    backwards.expect("estimated negative_length", "");
    FleetRow power = year("BE03").sessions.get(30);
    power.quantity = power.quantity.replace(".", "");
    power.expect("rejected power_too_high", "");
  }
}
