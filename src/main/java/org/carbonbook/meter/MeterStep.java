package org.carbonbook.meter;

import java.util.List;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.meter.hours.MeterDays;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;

/**
 * Reads meter logs into {@code core.meter_day}: hours whose energy adds up exactly to the readings.
 * A log that arrived since the last run changes the months and meters that it holds. When the
 * registry, the formats, the rules or the code change, all logs are read again.
 */
final class MeterStep implements Step {

  private static final String NAME = "meters";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE);
  }

  @Override
  public List<String> writes() {
    return List.of(
        MeterDays.TABLE,
        MeterTable.TABLE,
        LogResults.TABLE,
        MeterRun.MONTHS,
        WorkUnits.table(NAME));
  }

  @Override
  public List<String> configuration() {
    return List.of(FormatLibrary.FOLDER, "meter");
  }

  @Override
  public StepResult run(StepContext context) {
    return new MeterRun(context, this).run();
  }
}
