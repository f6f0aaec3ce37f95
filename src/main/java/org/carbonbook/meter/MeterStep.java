package org.carbonbook.meter;

import java.util.List;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.meter.hours.MeterDayColumns;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Reads meter logs into {@code core.meter_day}: hours in which no energy is lost or invented. Logs
 * that arrived since the last run touch the meters and months they hold; a change of registry,
 * formats or rules reads everything again.
 */
public final class MeterStep implements Step {

  @Override
  public String name() {
    return "meters";
  }

  @Override
  public List<String> reads() {
    return List.of(SourceFiles.TABLE);
  }

  @Override
  public List<String> writes() {
    return List.of(MeterDayColumns.TABLE, "core.meter", "raw.meter_file", "ops.meter_month");
  }

  @Override
  public List<String> configuration() {
    return List.of(FormatLibrary.FOLDER, "meter");
  }

  @Override
  public StepResult run(StepContext context) {
    return new MeterRun(context, configuration()).run();
  }
}
