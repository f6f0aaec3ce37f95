package org.carbonbook.transport;

import java.time.LocalDate;

/**
 * One version of a vehicle's registration. Values that the registry does not know are null.
 *
 * @param vehicleId its number
 * @param validFrom first day
 * @param validTo the day after the last
 * @param vehicleClass a class of {@code conf/transport/classes.csv}
 * @param fuel the fuel that it burns, {@code electricity} for one that burns none
 * @param drive {@code ice}, {@code hev}, {@code phev}, {@code bev} or {@code fcev}
 * @param standard emission standard
 * @param seats places for passengers
 * @param payloadT payload in t
 * @param ownerType who owns it: government, public_transport, taxi, company, household
 * @param operator who runs it
 * @param depot where it stands at night
 * @param regionCode its region
 * @param card its fuel card
 * @param odometerUnit km or mile
 * @param odometerMax the reading after which the odometer shows zero again, in its unit
 * @param tank what its tank holds, in the unit in which the fuel is counted
 * @param origin how the registration came to be
 */
record Vehicle(
    String vehicleId,
    LocalDate validFrom,
    LocalDate validTo,
    String vehicleClass,
    String fuel,
    String drive,
    String standard,
    Integer seats,
    Double payloadT,
    String ownerType,
    String operator,
    String depot,
    String regionCode,
    String card,
    String odometerUnit,
    Double odometerMax,
    Double tank,
    String origin) {

  static final String ELECTRICITY = "electricity";

  boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && day.isBefore(validTo);
  }

  /** Whether it can be charged. */
  boolean hasPlug() {
    return "bev".equals(drive) || "phev".equals(drive) || ELECTRICITY.equals(fuel);
  }

  /** Whether it takes a fuel. */
  boolean takes(String product) {
    return ELECTRICITY.equals(product) ? hasPlug() : product.equals(fuel);
  }
}
