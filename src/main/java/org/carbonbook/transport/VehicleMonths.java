package org.carbonbook.transport;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;

/**
 * The months of all vehicles in energy and carbon, by two ways that are never added: by the fuel
 * and electricity that was sold to the vehicle, and by the distance that it drove.
 */
final class VehicleMonths {

  private static final double MICRO = 1e6;
  private static final double KM_M = 1000;
  private static final double GRAM_KG = 1000;

  private final FleetLedger fleet;
  private final VehicleRegistry registry;
  private final FuelCarbon carbon;
  private final GridCarbon grid;
  private final Consumption consumption;
  private final VehicleFuels fuels;
  private final TableRows table = TableRows.of(TransportTables.MONTH);
  private final Map<String, Integer> withoutConsumption = new TreeMap<>();

  VehicleMonths(
      FleetLedger fleet,
      VehicleRegistry registry,
      FuelCarbon carbon,
      GridCarbon grid,
      Consumption consumption,
      VehicleFuels fuels) {
    this.fleet = fleet;
    this.registry = registry;
    this.carbon = carbon;
    this.grid = grid;
    this.consumption = consumption;
    this.fuels = fuels;
  }

  /** The factors of electricity of the regions and years in which vehicles are charged. */
  static GridCarbon grid(FactorTables tables, FleetLedger fleet, VehicleRegistry registry) {
    Map<String, Set<Integer>> years = new TreeMap<>();
    for (VehicleLedger ledger : fleet.ledgers()) {
      for (YearMonth month : ledger.months().keySet()) {
        Vehicle vehicle = at(registry, ledger, month);
        if (vehicle.hasPlug() && vehicle.regionCode() != null) {
          years.computeIfAbsent(vehicle.regionCode(), none -> new TreeSet<>()).add(month.getYear());
        }
      }
    }
    return new GridCarbon(tables, years);
  }

  /** The registration that holds at the end of a month. */
  private static Vehicle at(VehicleRegistry registry, VehicleLedger ledger, YearMonth month) {
    return registry.lastBefore(ledger.vehicle().vehicleId(), month.plusMonths(1).atDay(1));
  }

  /** The rows of {@code core.vehicle_month}. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (VehicleLedger ledger : fleet.ledgers()) {
      ledger
          .months()
          .forEach(
              (month, sum) -> {
                Vehicle vehicle = at(registry, ledger, month);
                rows.add(row(vehicle, month, sum, Sold.in(ledger, month.getYear())));
              });
    }
    return rows;
  }

  /** The classes that have no consumption per km. */
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(grid.notices());
    withoutConsumption.forEach(
        (key, months) ->
            notices.add(
                Notice.of(
                    TransportNotice.CONSUMPTION_UNKNOWN,
                    key,
                    "%d months of vehicles have no energy and carbon by activity (NE)"
                        .formatted(months),
                    "add a row to conf/%s if a figure is published".formatted(Consumption.FILE))));
    return notices;
  }

  /**
   * Whether a year has any record of what was sold to a vehicle; without one, its energy is not
   * zero but unknown.
   */
  private record Sold(boolean fuel, boolean electricity) {

    static Sold in(VehicleLedger ledger, int year) {
      List<FleetMonth> sums =
          ledger.months().entrySet().stream()
              .filter(entry -> entry.getKey().getYear() == year)
              .map(Map.Entry::getValue)
              .toList();
      return new Sold(
          sums.stream().anyMatch(sum -> sum.fuel() > 0),
          sums.stream().anyMatch(sum -> sum.charged() > 0));
    }
  }

  private Row row(Vehicle vehicle, YearMonth month, FleetMonth sum, Sold sold) {
    double km = sum.metres() / KM_M;
    TableRows.RowBuilder row =
        table
            .row()
            .set("vehicle_id", vehicle.vehicleId())
            .set("month", month.toString())
            .set("valid_from", vehicle.validFrom())
            .set("region_code", vehicle.regionCode())
            .set("vehicle_class", vehicle.vehicleClass())
            .set("fuel", vehicle.fuel())
            .set("drive", vehicle.drive())
            .set("km_measured", sum.metresMeasured / KM_M)
            .set("km_estimated", sum.metresEstimated / KM_M)
            .set("covered_share", sum.coveredS / (month.lengthOfMonth() * 86_400.0))
            .set("full_quantity", sum.fullFuel / MICRO)
            .set("full_km", sum.fullMetres / KM_M)
            .set("origin", origin(vehicle, sum));
    addFuel(row, vehicle, sum, sold.fuel());
    addElectricity(row, vehicle, month.getYear(), sum, sold.electricity());
    addActivity(row, vehicle, km);
    return row.build();
  }

  private static String origin(Vehicle vehicle, FleetMonth sum) {
    Origin registered = vehicle.origin() == null ? Origin.PRINTED : Origin.of(vehicle.origin());
    Origin counted = sum.isEstimated() ? Origin.ESTIMATED : Origin.COMPUTED;
    return Origin.ofComputed(List.of(registered, counted)).text();
  }

  private void addFuel(TableRows.RowBuilder row, Vehicle vehicle, FleetMonth sum, boolean isSold) {
    FuelCarbon.CarbonFactor factor = carbon.find(vehicle.fuel()).orElse(null);
    VehicleFuels.VehicleFuel fuel = fuels.find(vehicle.fuel()).orElseThrow();
    boolean burns = !Vehicle.ELECTRICITY.equals(vehicle.fuel());
    Double quantity = burns && !isSold ? null : Double.valueOf(sum.fuel() / MICRO);
    FuelCarbon.CarbonFactor applied = burns ? factor : FuelCarbon.NOTHING_BURNT;
    Double mj = times(quantity, applied == null ? null : applied.mj());
    row.set("fuel_unit", burns ? fuel.unit() : null)
        .set("fuel_used", sum.fuelUsed / MICRO)
        .set("fuel_estimated", sum.fuelEstimated / MICRO)
        .set("fuel_mj", mj)
        .set("co2_kg", times(quantity, applied == null ? null : applied.kgCo2()))
        .set("ch4_kg", times(quantity, applied == null ? null : applied.kgCh4()))
        .set("n2o_kg", times(quantity, applied == null ? null : applied.kgN2o()))
        .set("fuel_co2e_kg", times(quantity, applied == null ? null : applied.kgCo2e()))
        .set("wtt_co2e_kg", burns ? wtt(mj, fuel) : null)
        .set("fuel_factor_value", factor == null ? null : Double.valueOf(factor.kgCo2()))
        .set("fuel_factor_unit", factor == null ? null : "kgCO2/" + fuel.unit())
        .set("fuel_factor_area", factor == null ? null : factor.area())
        .set("fuel_factor_id", factor == null ? null : factor.id());
  }

  private static Double wtt(Double mj, VehicleFuels.VehicleFuel fuel) {
    return mj == null || fuel.wttGramPerMj() == null
        ? null
        : Double.valueOf(mj * fuel.wttGramPerMj() / GRAM_KG);
  }

  private void addElectricity(
      TableRows.RowBuilder row, Vehicle vehicle, int year, FleetMonth sum, boolean isSold) {
    GridFactor factor =
        vehicle.hasPlug() ? grid.find(vehicle.regionCode(), year).orElse(null) : null;
    Double kwh = vehicle.hasPlug() && !isSold ? null : Double.valueOf(sum.charged() / MICRO);
    row.set("kwh", kwh)
        .set("kwh_used", sum.chargedUsed / MICRO)
        .set("kwh_estimated", sum.chargedEstimated / MICRO)
        .set(
            "electricity_co2_kg",
            vehicle.hasPlug()
                ? times(kwh, factor == null ? null : factor.kgCo2PerKwh())
                : Double.valueOf(0))
        .set("grid_factor_value", factor == null ? null : factor.kgCo2PerKwh())
        .set("grid_factor_area", factor == null ? null : factor.areaZh())
        .set("grid_factor_year", factor == null ? null : factor.year())
        .set("grid_factor_id", factor == null ? null : factor.id());
  }

  private void addActivity(TableRows.RowBuilder row, Vehicle vehicle, double km) {
    Consumption.PerKm perKm = consumption.find(vehicle).orElse(null);
    FuelCarbon.CarbonFactor factor = carbon.find(vehicle.fuel()).orElse(null);
    boolean known = perKm != null && factor != null && "ice".equals(vehicle.drive());
    if (!known) {
      withoutConsumption.merge(
          "class %s, fuel %s, drive %s, standard %s"
              .formatted(
                  vehicle.vehicleClass(), vehicle.fuel(), vehicle.drive(), vehicle.standard()),
          1,
          Integer::sum);
    }
    double mj = known ? km * perKm.mj() : 0;
    row.set("activity_mj", known ? mj : null)
        .set("activity_co2_kg", known ? mj / factor.mj() * factor.kgCo2() : null)
        .set("activity_co2e_kg", known ? times(mj / factor.mj(), factor.kgCo2e()) : null)
        .set("nox_kg", known ? times(km / GRAM_KG, perKm.noxGram()) : null)
        .set("pm10_kg", known ? times(km / GRAM_KG, perKm.pm10Gram()) : null)
        .set("mj_per_km", known ? perKm.mj() : null)
        .set("mj_per_km_source", known ? perKm.source() : null);
  }

  private static Double times(Double amount, Double factor) {
    return factor == null || amount == null ? null : Double.valueOf(amount * factor);
  }
}
