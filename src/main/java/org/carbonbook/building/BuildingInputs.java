package org.carbonbook.building;

import java.util.List;
import org.carbonbook.step.InputKind;

/** The kinds of input files that buildings read. */
final class BuildingInputs {

  static final InputKind BUILDINGS =
      new InputKind("buildings", "建筑登记", "The registry of buildings");

  static final InputKind EVENTS =
      new InputKind("events", "建筑事件（如改造）", "Events of buildings, such as retrofits");

  static final InputKind CONTRACTS =
      new InputKind(
          "contracts", "购电合同及其因子", "Contracts for electricity with a factor of their own");

  static final InputKind GRID_CARBON =
      new InputKind(
          "grid_carbon", "电网分时碳强度", "Carbon of the grid's electricity by hour, kg CO2 per kWh");

  static final InputKind WEATHER =
      new InputKind("weather", "分时气温", "Air temperature by hour, degrees Celsius");

  private BuildingInputs() {}

  /** All of them. */
  static List<InputKind> list() {
    return List.of(BUILDINGS, EVENTS, CONTRACTS, GRID_CARBON, WEATHER);
  }
}
