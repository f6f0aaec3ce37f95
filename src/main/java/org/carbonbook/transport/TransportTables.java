package org.carbonbook.transport;

/** The names of the tables of transport. */
final class TransportTables {

  static final String VEHICLE = "core.vehicle";
  static final String LOG = "core.vehicle_log";
  static final String MONTH = "core.vehicle_month";
  static final String SURVEY = "core.travel_survey";
  static final String TARGET = "core.transport_target";

  private TransportTables() {}
}
