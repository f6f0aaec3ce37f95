package org.carbonbook.transport;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.intake.ZoneClock;

/** Reads the rows of vehicle logs, in canonical units; a row that cannot be read says why. */
final class VehicleLogReader {

  private static final Set<String> NEW = Set.of("replaced", "reset", "new", "换表", "更换", "清零");
  private static final Set<String> FULL = Set.of("1", "y", "yes", "true", "full", "是", "满", "加满");
  private static final int CLOCK_LENGTH = 11;
  private static final long DAY_S = 86_400;

  private final ReceivedRows files;
  private final VehicleRegistry registry;
  private final RowOwner owner;
  private final VehicleFuels fuels;
  private final LogUnits units;
  private final List<LogRow> rows = new ArrayList<>();
  private FileFormat format;
  private StampPattern pattern;
  private ZoneClock clock;

  VehicleLogReader(
      ReceivedRows files, VehicleRegistry registry, VehicleFuels fuels, LogUnits units) {
    this.files = files;
    this.registry = registry;
    this.owner = new RowOwner(registry);
    this.fuels = fuels;
    this.units = units;
  }

  /** The rows of all current logs. */
  List<LogRow> read() {
    files.each(TransportInputs.ODOMETERS, (file, cells) -> add(LogKind.ODOMETER, file, cells));
    files.each(TransportInputs.FUEL_CARDS, (file, cells) -> add(LogKind.FUEL, file, cells));
    files.each(TransportInputs.CHARGING, (file, cells) -> add(LogKind.CHARGING, file, cells));
    return rows;
  }

  private void add(LogKind kind, ClaimedFile file, PrintedCells cells) {
    use(file.format());
    LogRow row = new LogRow(kind, file.path(), cells.line());
    rows.add(row);
    row.origin = files.origin(file);
    row.printedTime = cells.text("time");
    row.printedQuantity = cells.text("quantity");
    row.printedOdometer = cells.text("odometer");
    row.card = cells.text("card");
    row.station = cells.text("station");
    row.isFull = is(FULL, cells.text("full"));
    row.isNewOdometer = is(NEW, cells.text("event"));
    row.startS = second(row.printedTime);
    row.hasClock = row.printedTime != null && row.printedTime.length() >= CLOCK_LENGTH;
    String vehicle = cells.text("vehicle");
    if (row.startS == LogRow.NONE) {
      row.vehicleId = vehicle == null ? "?" : vehicle;
      row.judge(RowVerdict.rejected(LogReason.NO_TIME));
      row.judgeOdometer(RowVerdict.rejected(LogReason.NO_TIME));
      return;
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(row.startS, DAY_S));
    owner.find(row, vehicle, day);
    Vehicle known = registry.find(row.vehicleId, day).orElse(null);
    readOdometer(row, cells, known);
    if (kind != LogKind.ODOMETER) {
      readQuantity(row, cells, known);
    }
    if (kind == LogKind.CHARGING) {
      readEnd(row, cells);
    }
  }

  private void readEnd(LogRow row, PrintedCells cells) {
    row.endS = second(cells.text("end"));
    if (row.endS == LogRow.NONE && row.verdict().counts()) {
      row.judge(RowVerdict.rejected(LogReason.NO_TIME));
    }
  }

  private void readOdometer(LogRow row, PrintedCells cells, Vehicle vehicle) {
    if (row.printedOdometer == null) {
      if (row.kind() == LogKind.ODOMETER && row.verdict().counts()) {
        row.judge(RowVerdict.rejected(LogReason.NO_NUMBER));
      }
      return;
    }
    String unit = cells.textOr("odometer_unit", vehicle == null ? null : vehicle.odometerUnit());
    LogUnits.Unit known = units.find(unit).filter(u -> u.canonical().equals("m")).orElse(null);
    BigDecimal printed = number(cells, "odometer");
    LogReason fault =
        printed == null || printed.signum() < 0
            ? LogReason.NO_NUMBER
            : known == null ? LogReason.UNIT_UNKNOWN : null;
    if (fault == null) {
      row.odometer = Math.round(printed.multiply(known.factor()).doubleValue());
      row.odometerUnit = known.factor().doubleValue();
    } else if (row.odometerVerdict().counts()) {
      row.judgeOdometer(RowVerdict.rejected(fault));
    }
  }

  private void readQuantity(LogRow row, PrintedCells cells, Vehicle vehicle) {
    String product = cells.textOr("product", vehicle == null ? null : vehicle.fuel());
    VehicleFuels.VehicleFuel fuel = fuels.find(product).orElse(null);
    row.product = fuel == null ? null : fuel.code();
    BigDecimal factor = fuel == null ? null : factor(cells.text("unit"), fuel);
    if (factor != null) {
      row.quantity = micro(number(cells, "quantity"), factor);
      BigDecimal price = number(cells, "price");
      BigDecimal amount = number(cells, "amount");
      if (price != null && amount != null && price.signum() > 0) {
        row.quantityOfAmount = micro(amount.divide(price, MathContext.DECIMAL64), factor);
      }
    }
    if (!row.verdict().counts() && row.verdict().reason() != LogReason.OTHER_VEHICLES_CARD) {
      return;
    }
    if (fuel == null || (vehicle != null && !vehicle.takes(fuel.code()))) {
      row.judge(RowVerdict.rejected(LogReason.OTHER_FUEL));
    } else if (factor == null) {
      row.judge(RowVerdict.rejected(LogReason.UNIT_UNKNOWN));
    }
  }

  /** Counted units of a fuel in one printed unit; null where that is not known. */
  private BigDecimal factor(String printedUnit, VehicleFuels.VehicleFuel fuel) {
    LogUnits.Unit unit = units.find(printedUnit).orElse(null);
    if (unit == null) {
      return null;
    }
    if (unit.canonical().equals(fuel.unit())) {
      return unit.factor();
    }
    boolean isMass = unit.canonical().equals("kg") && fuel.kgPerUnit() != null;
    return isMass ? unit.factor().divide(fuel.kgPerUnit(), MathContext.DECIMAL64) : null;
  }

  private static long micro(BigDecimal number, BigDecimal factor) {
    return number == null ? LogRow.NONE : Millionths.of(number.multiply(factor));
  }

  private static BigDecimal number(PrintedCells cells, String column) {
    try {
      return cells.number(column);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void use(FileFormat next) {
    if (!next.equals(format)) {
      format = next;
      pattern = StampPattern.of(next.time(), StandardCharsets.UTF_8);
      String zone = next.time().zone();
      clock = new ZoneClock(ZoneId.of(zone == null ? "UTC" : zone).getRules());
    }
  }

  /** Seconds of the local clock; of a stamp with an offset, the clock of the format's zone. */
  private long second(String stamp) {
    if (stamp == null) {
      return LogRow.NONE;
    }
    byte[] bytes = stamp.getBytes(StandardCharsets.UTF_8);
    long second = pattern.seconds(bytes, 0, bytes.length);
    if (second == StampPattern.INVALID) {
      return LogRow.NONE;
    }
    return pattern.isInstant() ? clock.localOf(second) : second;
  }

  private static boolean is(Set<String> names, String text) {
    return text != null && names.contains(text.toLowerCase(Locale.ROOT));
  }
}
