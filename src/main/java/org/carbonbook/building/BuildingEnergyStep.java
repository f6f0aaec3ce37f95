package org.carbonbook.building;

import java.util.List;
import org.carbonbook.factor.FactorLibrary;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Adds meter-days up to months in kWh, standard coal and carbon three ways. Only the months whose
 * days changed are computed again, unless registry or factors changed.
 */
public final class BuildingEnergyStep implements Step {

  @Override
  public String name() {
    return "building_energy";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "core.meter_day",
        "core.meter",
        "ops.meter_month",
        BuildingTables.BUILDING,
        BuildingTables.CONTRACT,
        BuildingTables.GRID_HOUR,
        BuildingTables.ENERGY_FACTOR);
  }

  @Override
  public List<String> writes() {
    return List.of(BuildingTables.METER_MONTH, BuildingTables.ENERGY_STATE);
  }

  @Override
  public List<String> configuration() {
    return List.of("factors", "factor-sets.yaml", "regions.csv");
  }

  @Override
  public List<Class<?>> code() {
    return List.of(getClass(), FactorLibrary.class);
  }

  @Override
  public StepResult run(StepContext context) {
    return new EnergyMonths(context, configuration()).run();
  }
}
