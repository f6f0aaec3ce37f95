package org.carbonbook.transport.sample;

/**
 * A made-up vehicle.
 *
 * @param id its number
 * @param kind what it is and does
 * @param standard its emission standard
 * @param startKm its odometer on the first day
 */
record FleetVehicle(String id, Kind kind, String standard, double startKm) {

  private static final int TAXI_SEATS = 5;

  /**
   * What a vehicle is and does: the prefix of its number, its class, fuel, drive, owner and depot,
   * its seats (0 where none are registered), km in a day, counted units of fuel and kWh per km, and
   * what its tank holds.
   */
  enum Kind {
    DIESEL_BUS(
        "BD", "bus_standard", "diesel_oil", "ice", "public_transport", "温泉", 30, 165, 0.33, 0, 200),
    GAS_BUS(
        "BG",
        "bus_standard",
        "natural_gas",
        "ice",
        "public_transport",
        "永安",
        30,
        150,
        0.40,
        0,
        160),
    ELECTRIC_BUS(
        "BE", "bus_midi", "electricity", "bev", "public_transport", "永安", 24, 140, 0, 0.78, 0),
    GAS_TAXI("TG", "taxi", "natural_gas", "ice", "taxi", "城东", TAXI_SEATS, 260, 0.085, 0, 70),
    TAXI("TP", "taxi", "gasoline", "ice", "taxi", "城东", TAXI_SEATS, 280, 0.08, 0, 70),
    CAR("GP", "car", "gasoline", "ice", "government", "机关", TAXI_SEATS, 48, 0.095, 0, 60),
    PLUG_IN_CAR(
        "GH", "car", "gasoline", "phev", "government", "机关", TAXI_SEATS, 45, 0.04, 0.09, 45),
    ELECTRIC_CAR("GE", "car", "electricity", "bev", "government", "机关", TAXI_SEATS, 40, 0, 0.17, 0),
    VAN("VP", "van", "gasoline", "ice", "company", "官埠", 2, 75, 0.11, 0, 60),
    TRUCK("HD", "truck", "diesel_oil", "ice", "company", "官埠", 2, 190, 0.29, 0, 300),
    SWEEPER("SD", "sanitation", "diesel_oil", "ice", "government", "环卫", 0, 55, 0.27, 0, 120);

    final String prefix;
    final String vehicleClass;
    final String fuel;
    final String drive;
    final String ownerType;
    final String depot;
    final int seats;
    final double kmPerDay;
    final double fuelPerKm;
    final double kwhPerKm;
    final double tank;

    Kind(
        String prefix,
        String vehicleClass,
        String fuel,
        String drive,
        String ownerType,
        String depot,
        int seats,
        double kmPerDay,
        double fuelPerKm,
        double kwhPerKm,
        double tank) {
      this.prefix = prefix;
      this.vehicleClass = vehicleClass;
      this.fuel = fuel;
      this.drive = drive;
      this.ownerType = ownerType;
      this.depot = depot;
      this.seats = seats;
      this.kmPerDay = kmPerDay;
      this.fuelPerKm = fuelPerKm;
      this.kwhPerKm = kwhPerKm;
      this.tank = tank;
    }
  }

  String card() {
    return "K-" + id;
  }
}
