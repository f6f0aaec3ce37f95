package org.carbonbook.transport;

import java.util.List;
import org.carbonbook.step.InputKind;

/** The kinds of input files that transport reads. */
final class TransportInputs {

  static final InputKind VEHICLES = new InputKind("vehicles", "车辆登记", "The registry of vehicles");

  static final InputKind ODOMETERS = new InputKind("odometers", "里程表读数", "Odometer readings");

  static final InputKind FUEL_CARDS =
      new InputKind("fuel_cards", "加油加气卡交易", "Transactions of fuel cards");

  static final InputKind CHARGING =
      new InputKind("vehicle_charging", "车辆充电记录", "Charging sessions of vehicles");

  static final InputKind TRAVEL_SURVEY =
      new InputKind("travel_survey", "居民出行调查", "Travel surveys by mode");

  private TransportInputs() {}

  /** All of them. */
  static List<InputKind> list() {
    return List.of(VEHICLES, ODOMETERS, FUEL_CARDS, CHARGING, TRAVEL_SURVEY);
  }
}
