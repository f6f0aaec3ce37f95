package org.carbonbook.meter.sample;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A meter of a made-up town: its registration and its readings. */
final class TownMeter {

  static final String HEADER =
      "meter_id,building_id,energy_kind,reading,unit,multiplier,register_digits,time_zone,stamp,"
          + "interval_minutes,parent_meter_id,end_use,valid_from,valid_to,resets\n";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int HOUR_MINUTES = 60;
  private static final double RESET_TO = 12;

  private final String id;
  private final String buildingId;
  private final String kind;
  private final String unit;
  private final int minutes;
  private final String parent;
  private final String endUse;
  private final List<Row> rows = new ArrayList<>();
  private double multiplier;
  private String reset = "";

  /** One reading as it is printed. */
  private record Row(LocalDateTime at, String value, String quality) {}

  private TownMeter(
      String id,
      String buildingId,
      String kind,
      String unit,
      int minutes,
      String parent,
      String endUse) {
    this.id = id;
    this.buildingId = buildingId;
    this.kind = kind;
    this.unit = unit;
    this.minutes = minutes;
    this.parent = parent;
    this.endUse = endUse;
  }

  /** A meter of electricity by the hour. */
  static TownMeter power(String id, TownBuilding building) {
    return behind(id, building, "", "");
  }

  /** A meter of electricity behind another. */
  static TownMeter behind(String id, TownBuilding building, String parent, String endUse) {
    return new TownMeter(id, building.id(), "electricity", "kWh", HOUR_MINUTES, parent, endUse);
  }

  /** A meter of the building's own panels. */
  static TownMeter panels(String id, TownBuilding building) {
    return new TownMeter(id, building.id(), "pv", "kWh", HOUR_MINUTES, "", "");
  }

  /** A meter that is read once a day. */
  static TownMeter daily(
      String id, TownBuilding building, String kind, String unit, String endUse) {
    return new TownMeter(id, building.id(), kind, unit, 24 * HOUR_MINUTES, "", endUse);
  }

  /** Adds the energy of the interval that begins at a time. */
  void add(LocalDateTime at, double value) {
    rows.add(new Row(at, text(value), ""));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Turns intervals into a register that was set back once, behind a transformer. */
  void toRegister(double transformer, LocalDateTime resetAt) {
    multiplier = transformer;
    List<Row> intervals = new ArrayList<>(rows);
    rows.clear();
    double register = 61_204;
    rows.add(new Row(intervals.get(0).at(), text(register), ""));
    for (Row interval : intervals) {
      register += Double.parseDouble(interval.value()) / transformer;
      LocalDateTime at = interval.at().plusHours(1);
      rows.add(new Row(at, text(register), ""));
      if (at.equals(resetAt)) {
        reset = "%s|%s|%s".formatted(STAMP.format(at), text(register), text(RESET_TO));
        register = RESET_TO;
      }
    }
  }

  /** Removes readings. */
  void drop(int from, int count) {
    rows.subList(from, from + count).clear();
  }

  /** Repeats a reading, as a device does that hangs. */
  void stick(int from, int count) {
    for (int i = from; i < from + count; i++) {
      rows.set(i, new Row(rows.get(i).at(), rows.get(from).value(), ""));
    }
  }

  /** Prints another value, or another quality, for a reading. */
  void print(int at, String value, String quality) {
    Row row = rows.get(at);
    rows.set(at, new Row(row.at(), value == null ? row.value() : value, quality));
  }

  /** Multiplies readings, as a meter does whose transformer is entered wrongly. */
  void scale(LocalDateTime from, LocalDateTime to, double factor) {
    rows.replaceAll(
        row ->
            row.at().isBefore(from) || !row.at().isBefore(to)
                ? row
                : new Row(row.at(), text(Double.parseDouble(row.value()) * factor), ""));
  }

  void writeRegistration(Writer file) throws IOException {
    boolean isRegister = multiplier > 0;
    file.write(
        String.join(
                ",",
                id,
                buildingId,
                kind,
                isRegister ? "register" : "interval",
                unit,
                isRegister ? String.valueOf((int) multiplier) : "1",
                isRegister ? "5" : "",
                "Asia/Shanghai",
                isRegister ? "" : "start",
                String.valueOf(minutes),
                parent,
                endUse,
                "2022-01-01",
                "",
                reset)
            + "\n");
  }

  /** Writes the readings from one time to another, the last exclusive; returns how many. */
  int write(Writer file, LocalDateTime from, LocalDateTime to) throws IOException {
    int written = 0;
    for (Row row : rows) {
      if (!row.at().isBefore(from) && row.at().isBefore(to)) {
        file.write(String.join(",", id, STAMP.format(row.at()), row.value(), row.quality()) + "\n");
        written++;
      }
    }
    return written;
  }
}
