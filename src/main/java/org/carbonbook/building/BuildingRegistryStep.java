package org.carbonbook.building;

import java.util.List;
import org.carbonbook.meter.FormatLibrary;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Reads what is known of buildings beside their meters: floor areas with their validity, events,
 * contracts, the hourly carbon of the grid and the weather.
 */
public final class BuildingRegistryStep implements Step {

  @Override
  public String name() {
    return "buildings";
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE);
  }

  @Override
  public List<String> writes() {
    return List.of(
        BuildingTables.BUILDING,
        BuildingTables.EVENT,
        BuildingTables.CONTRACT,
        BuildingTables.GRID_HOUR,
        BuildingTables.WEATHER_DAY,
        BuildingTables.ENERGY_FACTOR);
  }

  @Override
  public List<String> configuration() {
    return List.of(FormatLibrary.FOLDER, "building/energy_factors.csv");
  }

  @Override
  public List<Class<?>> code() {
    return List.of(getClass(), FormatLibrary.class);
  }

  @Override
  public StepResult run(StepContext context) {
    return new BuildingRegistry(context).write();
  }
}
