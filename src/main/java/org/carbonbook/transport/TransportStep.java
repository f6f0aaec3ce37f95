package org.carbonbook.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;

/**
 * Reads vehicles, their logs and travel surveys, judges every row, and adds distances, energy and
 * carbon up by vehicle and month.
 */
final class TransportStep implements Step {

  private static final String NAME = "transport";
  private static final String FLEET = "fleet";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> reads() {
    return Stream.concat(
            Stream.of(SourceFiles.TABLE, FuelCarbon.FACTORS, FuelCarbon.GWP),
            FactorTables.TABLES.stream())
        .toList();
  }

  @Override
  public List<String> writes() {
    return List.of(
        TransportTables.VEHICLE,
        TransportTables.LOG,
        TransportTables.MONTH,
        TransportTables.SURVEY,
        TransportTables.TARGET,
        WorkUnits.table(NAME));
  }

  @Override
  public List<String> configuration() {
    return List.of("transport", FormatLibrary.FOLDER);
  }

  @Override
  public StepResult run(StepContext context) {
    Path conf = context.configuration().folder();
    ReceivedRows files = new ReceivedRows(context);
    VehicleFuels fuels = new VehicleFuels(ConfTable.read(conf.resolve(VehicleFuels.FILE)));
    VehicleClasses classes = new VehicleClasses(ConfTable.read(conf.resolve(VehicleClasses.FILE)));
    LogUnits units = new LogUnits(ConfTable.read(conf.resolve(LogUnits.FILE)));
    VehicleReader reader = new VehicleReader(files, fuels, classes);
    List<Vehicle> vehicles = reader.read();
    VehicleRegistry registry = new VehicleRegistry(vehicles);
    List<LogRow> logs = new VehicleLogReader(files, registry, fuels, units).read();
    LedgerRules rules = LedgerRules.of(ConfTable.read(conf.resolve(LedgerRules.FILE)));
    FleetLedger fleet = FleetLedger.judge(logs, registry, rules, classes, units);
    VehicleMonths months =
        new VehicleMonths(
            fleet,
            registry,
            FuelCarbon.read(context, fuels),
            VehicleMonths.grid(FactorTables.read(context), fleet, registry),
            new Consumption(ConfTable.read(conf.resolve(Consumption.FILE))),
            fuels);
    TravelSurveys surveys = new TravelSurveys(files, conf);

    Map<String, List<Row>> tables = new java.util.TreeMap<>();
    tables.put(TransportTables.VEHICLE, VehicleReader.rows(vehicles, classes, fuels));
    tables.put(TransportTables.LOG, LogTable.rows(logs, fuels));
    tables.put(TransportTables.MONTH, months.rows());
    tables.put(TransportTables.SURVEY, surveys.read());
    tables.put(TransportTables.TARGET, TransportTargets.rows(conf));
    tables.forEach(context::replace);
    return finish(context, files, tables, logs, months, reader, surveys);
  }

  private StepResult finish(
      StepContext context,
      ReceivedRows files,
      Map<String, List<Row>> tables,
      List<LogRow> logs,
      VehicleMonths months,
      VehicleReader reader,
      TravelSurveys surveys) {
    List<Notice> notices = new ArrayList<>(files.notices());
    notices.addAll(LogTable.notices(logs));
    notices.addAll(months.notices());
    List<WorkUnits.Reject> rejects = new ArrayList<>(reader.rejects());
    rejects.addAll(surveys.rejects());
    WorkUnits work = WorkUnits.open(context, this);
    work.stale(Map.of(FLEET, files.basis()));
    work.done(FLEET, notices, rejects);
    work.save();
    long written = tables.values().stream().mapToLong(List::size).sum();
    return new StepResult(files.read(), written, rejects.size(), 0, work.notices());
  }
}
