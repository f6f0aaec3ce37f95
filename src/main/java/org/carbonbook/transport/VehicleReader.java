package org.carbonbook.transport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.WorkUnits;

/** Reads the registry of vehicles. A value that it does not know stays unknown, and is reported. */
final class VehicleReader {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final Set<String> DRIVES = Set.of("ice", "hev", "phev", "bev", "fcev");

  private final ReceivedRows files;
  private final VehicleFuels fuels;
  private final VehicleClasses classes;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<WorkUnits.Reject> rejects = new ArrayList<>();
  private final Map<String, List<String>> unknown = new TreeMap<>();

  VehicleReader(ReceivedRows files, VehicleFuels fuels, VehicleClasses classes) {
    this.files = files;
    this.fuels = fuels;
    this.classes = classes;
  }

  /** The registrations of all current files. */
  List<Vehicle> read() {
    files.each(TransportInputs.VEHICLES, this::add);
    unknown.forEach(
        (column, ids) ->
            files.report(
                Notice.of(
                    TransportNotice.VEHICLE_VALUE_MISSING,
                    "registry of vehicles, column " + column,
                    "%d vehicles have no value, the first is %s".formatted(ids.size(), ids.get(0)),
                    "complete the registry; marts by %s have no such vehicles, or a row unknown"
                        .formatted(column))));
    return vehicles;
  }

  List<WorkUnits.Reject> rejects() {
    return rejects;
  }

  private void add(ClaimedFile file, PrintedCells row) {
    try {
      vehicles.add(vehicle(row, file.region(), files.origin(file)));
    } catch (IllegalArgumentException e) {
      String place = file.path() + ":" + row.line();
      files.report(
          Notice.of(
              TransportNotice.VEHICLE_INVALID,
              place,
              e.getMessage() + "; the vehicle is not registered and its logs are rejected",
              "correct the row"));
      rejects.add(
          new WorkUnits.Reject(
              TransportTables.VEHICLE,
              place,
              TransportNotice.VEHICLE_INVALID.name(),
              row.cells().toString()));
    }
  }

  private Vehicle vehicle(PrintedCells row, String regionOfFile, String origin) {
    String id = required(row, "vehicle_id");
    String printedClass = required(row, "vehicle_class");
    String code =
        classes
            .find(printedClass)
            .orElseThrow(() -> unknownName("vehicle_class", printedClass, VehicleClasses.FILE))
            .code();
    String printedFuel = required(row, "fuel");
    VehicleFuels.VehicleFuel fuel =
        fuels
            .find(printedFuel)
            .orElseThrow(() -> unknownName("fuel", printedFuel, VehicleFuels.FILE));
    String drive =
        row.textOr("drive", Vehicle.ELECTRICITY.equals(fuel.code()) ? "bev" : "ice")
            .toLowerCase(Locale.ROOT);
    if (!DRIVES.contains(drive)) {
      throw new IllegalArgumentException("drive '%s' is not one of %s".formatted(drive, DRIVES));
    }
    for (String column : List.of("standard", "seats", "owner_type", "operator", "odometer_unit")) {
      boolean matters = !(column.equals("standard") && drive.equals("bev"));
      if (row.text(column) == null && matters) {
        unknown.computeIfAbsent(column, none -> new ArrayList<>()).add(id);
      }
    }
    String region = row.textOr("region", regionOfFile);
    if (region == null) {
      unknown.computeIfAbsent("region", none -> new ArrayList<>()).add(id);
    }
    BigDecimal seats = row.number("seats");
    return new Vehicle(
        id,
        row.date("valid_from", EARLIEST),
        row.date("valid_to", LATEST),
        code,
        fuel.code(),
        drive,
        row.text("standard"),
        seats == null ? null : seats.intValueExact(),
        real(row, "payload_t"),
        row.text("owner_type"),
        row.text("operator"),
        row.text("depot"),
        region,
        row.text("card"),
        row.text("odometer_unit"),
        real(row, "odometer_max"),
        real(row, "tank"),
        origin);
  }

  private static IllegalArgumentException unknownName(String column, String name, String file) {
    return new IllegalArgumentException("%s '%s' is not in conf/%s".formatted(column, name, file));
  }

  private static String required(PrintedCells row, String column) {
    String text = row.text(column);
    if (text == null) {
      throw new IllegalArgumentException(column + " is empty");
    }
    return text;
  }

  private static Double real(PrintedCells row, String column) {
    BigDecimal number = row.number(column);
    return number == null ? null : Double.valueOf(number.doubleValue());
  }

  /** The rows of {@code core.vehicle}. */
  static List<Row> rows(List<Vehicle> vehicles, VehicleClasses classes, VehicleFuels fuels) {
    TableRows table = TableRows.of(TransportTables.VEHICLE);
    return vehicles.stream()
        .map(
            vehicle -> {
              VehicleClasses.VehicleClass known = classes.get(vehicle.vehicleClass());
              return table
                  .rowOf(vehicle)
                  .set("vehicle_class_zh", known.zh())
                  .set("mode", known.mode())
                  .set("mode_zh", known.modeZh())
                  .set("is_bus", known.isBus())
                  .set("fuel_zh", fuels.find(vehicle.fuel()).orElseThrow().zh())
                  .build();
            })
        .toList();
  }
}
