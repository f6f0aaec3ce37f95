package org.carbonbook.building;

import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;

/**
 * Reads the facts about buildings besides their meters (floor areas with their validity, events,
 * contracts, hourly carbon of the grid, weather), and adds meter-days up to months in kWh, standard
 * coal and carbon (location-based with yearly factors, location-based with hourly factors,
 * market-based). A month is computed again when its days, the registry, the factors or the code
 * changed.
 */
final class BuildingStep implements Step {

  private static final String NAME = "buildings";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> reads() {
    return Stream.concat(
            Stream.of(SourceFiles.TABLE, "core.meter_day", "core.meter", "ops.meter_month"),
            FactorTables.TABLES.stream())
        .toList();
  }

  @Override
  public List<String> writes() {
    return List.of(
        BuildingTables.BUILDING,
        BuildingTables.RULE,
        BuildingTables.ENERGY_FACTOR,
        BuildingTables.EVENT,
        BuildingTables.CONTRACT,
        BuildingTables.GRID_HOUR,
        BuildingTables.WEATHER_DAY,
        BuildingTables.METER_MONTH,
        WorkUnits.table(NAME));
  }

  @Override
  public List<String> configuration() {
    return List.of(
        EnergyMonths.FACTORS,
        BuildingRules.FILE,
        BuildingLimits.FILE,
        ClimateZones.FILE,
        WorkCalendars.FOLDER,
        FormatLibrary.FOLDER);
  }

  @Override
  public StepResult run(StepContext context) {
    return new EnergyMonths(context, BuildingRegistry.read(context), this).run();
  }
}
