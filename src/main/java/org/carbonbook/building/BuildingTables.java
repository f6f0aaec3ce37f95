package org.carbonbook.building;

/** The names of the tables of buildings. */
final class BuildingTables {

  static final String BUILDING = "core.building";
  static final String RULE = "core.building_rule";
  static final String ENERGY_FACTOR = "core.building_energy_factor";
  static final String EVENT = "core.building_event";
  static final String CONTRACT = "core.electricity_contract";
  static final String GRID_HOUR = "core.grid_carbon";
  static final String WEATHER_DAY = "core.weather_day";
  static final String METER_MONTH = "core.meter_month";

  private BuildingTables() {}
}
