package org.carbonbook.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.step.StepContext;

/**
 * Energy and greenhouse gases of fuels that vehicles burn, by the default factor set: CO2 by the
 * fuel, CH4 and N2O by the table of engines (IPCC 2006, vol. 2, ch. 3).
 */
final class FuelCarbon {

  static final String FACTORS = "core.emission_factor";
  static final String GWP = "core.gwp";
  static final String SETS = "core.factor_set";

  private static final double KG = 1000;
  private static final double TJ_MJ = 1e6;

  private final Map<String, CarbonFactor> factors = new HashMap<>();

  /**
   * What one counted unit of a fuel gives.
   *
   * @param mj MJ of net calorific value
   * @param kgCo2 kg CO2
   * @param kgCh4 kg CH4, or null
   * @param kgN2o kg N2O, or null
   * @param kgCo2e kg CO2 equivalent of the three, null where a gas has no factor
   * @param area area of the CO2 factor
   * @param id its row
   */
  record CarbonFactor(
      double mj, double kgCo2, Double kgCh4, Double kgN2o, Double kgCo2e, String area, String id) {}

  /** Of what burns nothing. */
  static final CarbonFactor NOTHING_BURNT = new CarbonFactor(0, 0, 0.0, 0.0, 0.0, null, null);

  /** The factors of the default set. */
  static FuelCarbon read(StepContext context, VehicleFuels fuels) {
    FuelCarbon carbon = new FuelCarbon();
    Optional<Row> set =
        context.rows(SETS).stream().filter(row -> row.<Boolean>getAs("is_default")).findFirst();
    if (set.isEmpty()) {
      return carbon;
    }
    Map<String, Double> gwp = new HashMap<>();
    for (Row row : context.rows(GWP)) {
      if (set.get().getAs("gwp_report").equals(row.getAs("report"))
          && set.get().getAs("gwp_horizon_years").equals(row.getAs("horizon_years"))) {
        gwp.put(row.getAs("gas"), row.getAs("gwp"));
      }
    }
    Map<String, Row> rows = new HashMap<>();
    for (Row row : context.rows(FACTORS)) {
      if (set.get().getAs("factor_set").equals(row.getAs("factor_set"))
          && List.of("all", "transport").contains(row.<String>getAs("sector_group"))) {
        rows.merge(
            row.<String>getAs("fuel") + "/" + row.<String>getAs("gas"),
            row,
            (one, other) -> "transport".equals(other.getAs("sector_group")) ? other : one);
      }
    }
    rows.values().stream()
        .filter(row -> "CO2".equals(row.getAs("gas")))
        .forEach(
            co2 ->
                fuels.find(co2.getAs("fuel")).ifPresent(fuel -> carbon.add(fuel, co2, rows, gwp)));
    return carbon;
  }

  private void add(
      VehicleFuels.VehicleFuel fuel, Row co2, Map<String, Row> rows, Map<String, Double> gwp) {
    Double units = units(fuel, co2.getAs("activity_unit"));
    if (units == null || co2.getAs("ncv_tj_per_unit") == null) {
      return;
    }
    double mj = co2.<Double>getAs("ncv_tj_per_unit") * TJ_MJ * units;
    double kgCo2 = co2.<Double>getAs("ef_t_per_unit") * KG * units;
    Double ch4 = kg(rows.get(fuel.code() + "/CH4"), units);
    Double n2o = kg(rows.get(fuel.code() + "/N2O"), units);
    Double all =
        ch4 == null || n2o == null
            ? null
            : Double.valueOf(kgCo2 + ch4 * gwp.get("CH4") + n2o * gwp.get("N2O"));
    factors.put(
        fuel.code(),
        new CarbonFactor(mj, kgCo2, ch4, n2o, all, co2.getAs("area"), co2.getAs("factor_id")));
  }

  /** Units of activity of a factor in one counted unit of the fuel. */
  private static Double units(VehicleFuels.VehicleFuel fuel, String activityUnit) {
    if (activityUnit.equals(fuel.unit())) {
      return 1.0;
    }
    return activityUnit.equals("t") && fuel.kgPerUnit() != null
        ? Double.valueOf(fuel.kgPerUnit().doubleValue() / KG)
        : null;
  }

  private static Double kg(Row factor, double units) {
    return factor == null
        ? null
        : Double.valueOf(factor.<Double>getAs("ef_t_per_unit") * KG * units);
  }

  /** The factors of a fuel; empty for electricity and for what the factor set lacks. */
  Optional<CarbonFactor> find(String fuel) {
    return Optional.ofNullable(factors.get(fuel));
  }
}
