package org.carbonbook.building;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Reads what is known of buildings beside their meters (floor areas with their validity, events,
 * contracts, hourly carbon of the grid, weather), and adds meter-days up to months in kWh, standard
 * coal and carbon three ways. Only the months whose days changed are computed again, unless
 * registry or factors changed.
 */
public final class BuildingStep implements Step {

  @Override
  public String name() {
    return "buildings";
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE, "core.meter_day", "core.meter", "ops.meter_month");
  }

  @Override
  public List<String> writes() {
    return List.of(
        BuildingTables.BUILDING,
        BuildingTables.EVENT,
        BuildingTables.CONTRACT,
        BuildingTables.GRID_HOUR,
        BuildingTables.WEATHER_DAY,
        BuildingTables.METER_MONTH,
        BuildingTables.ENERGY_STATE);
  }

  @Override
  public List<String> configuration() {
    List<String> all = new ArrayList<>(factors());
    all.add(FormatLibrary.FOLDER);
    return all;
  }

  /** What months follow from besides the registry. */
  private static List<String> factors() {
    return List.of("building/energy_factors.csv", "factors", "factor-sets.yaml", "regions.csv");
  }

  @Override
  public StepResult run(StepContext context) {
    return new EnergyMonths(context, BuildingRegistry.read(context), factors()).run();
  }
}
