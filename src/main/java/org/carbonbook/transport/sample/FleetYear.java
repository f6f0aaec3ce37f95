package org.carbonbook.transport.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A year of clean logs of one vehicle: it drives every day, is filled or charged when needed. */
final class FleetYear {

  static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  private static final int DAYS = 365;
  private static final double FILL_SHARE = 0.5;
  private static final double MILE_KM = 1.609344;
  private static final double GALLON_L = 3.785411784;
  private static final double CHARGER_KW = 40;

  final List<FleetRow> odometers = new ArrayList<>();
  final List<FleetRow> fills = new ArrayList<>();
  final List<FleetRow> sessions = new ArrayList<>();

  private final FleetVehicle vehicle;
  private final Random random;
  private final double modulusKm;
  private final boolean isAmerican;
  private double km;
  private double fuel;
  private double kwh;

  /**
   * @param modulusKm where its odometer begins again
   * @param isAmerican whether it counts miles and is filled in US gallons
   */
  FleetYear(FleetVehicle vehicle, Random random, double modulusKm, boolean isAmerican) {
    this.vehicle = vehicle;
    this.random = random;
    this.modulusKm = modulusKm;
    this.isAmerican = isAmerican;
    this.km = vehicle.startKm();
  }

  FleetYear drive() {
    read(FIRST.atTime(6, 0));
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      double today = vehicle.kind().kmPerDay * (0.7 + 0.6 * random.nextDouble());
      km = (km + today) % modulusKm;
      fuel += today * vehicle.kind().fuelPerKm * (0.95 + 0.1 * random.nextDouble());
      kwh += today * vehicle.kind().kwhPerKm;
      if (fuel > FILL_SHARE * vehicle.kind().tank) {
        fill(date.atTime(18, 0).plusMinutes(random.nextInt(60)));
      }
      if (kwh > 0 && day < DAYS - 1 && (day % 2 == 1 || kwh > 90)) {
        charge(date.atTime(22, 30).plusMinutes(random.nextInt(60)));
      }
      if (date.plusDays(1).getDayOfMonth() == 1) {
        read(date.atTime(20, 0));
      }
    }
    return this;
  }

  private void read(LocalDateTime time) {
    FleetRow row = new FleetRow(vehicle, time);
    row.odometer = odometer();
    odometers.add(row.expect("used", "used"));
  }

  private String odometer() {
    return String.valueOf(Math.round(isAmerican ? km / MILE_KM : km));
  }

  private void fill(LocalDateTime time) {
    FleetRow row = new FleetRow(vehicle, time);
    boolean isFull = random.nextInt(10) < 8;
    double sold = isFull ? fuel : fuel * 0.6;
    fuel -= sold;
    double price = price();
    String printed = number(isAmerican ? sold / GALLON_L : sold);
    row.quantity = printed;
    row.unit = isAmerican ? "US gal" : vehicle.kind().fuel.equals("natural_gas") ? "m3" : "L";
    row.price = number(price);
    row.amount = number(Double.parseDouble(printed) * price);
    row.odometer = odometer();
    row.station = "S" + (1 + random.nextInt(6));
    row.full = isFull ? "是" : "否";
    fills.add(row.expect("used", "used"));
  }

  private double price() {
    return switch (vehicle.kind().fuel) {
      case "natural_gas" -> 3.4;
      case "diesel_oil" -> 5.62;
      default -> 6.21;
    };
  }

  private void charge(LocalDateTime time) {
    FleetRow row = new FleetRow(vehicle, time);
    row.end = time.plusMinutes(Math.round(kwh / CHARGER_KW * 60) + 10);
    row.quantity = number(kwh);
    row.station = "C" + (1 + random.nextInt(4));
    kwh = 0;
    sessions.add(row);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
