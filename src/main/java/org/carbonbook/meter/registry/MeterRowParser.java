package org.carbonbook.meter.registry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.ReceivedTable;
import org.carbonbook.intake.StampPattern;

/** Turns rows of the registry into meters: one row for each version of a meter. */
public final class MeterRowParser {

  /** The columns that a row of a meter may have. */
  static final List<String> COLUMNS =
      List.of(
          "meter_id",
          "building_id",
          "energy_kind",
          "reading",
          "unit",
          "multiplier",
          "register_digits",
          "register_max",
          "time_zone",
          "stamp",
          "interval_minutes",
          "max_apportion_minutes",
          "parent_meter_id",
          "end_use",
          "valid_from",
          "valid_to",
          "resets");

  private static final long EARLIEST_S = LocalDate.of(1980, 1, 1).toEpochDay() * StampPattern.DAY_S;
  private static final long LATEST_S = LocalDate.of(2100, 1, 1).toEpochDay() * StampPattern.DAY_S;

  private static final int MAX_DIGITS = 12;
  private static final double MAX_WRAP = 1e12;
  private static final double MAX_MULTIPLIER = 1e6;

  /** A year. */
  private static final double MAX_INTERVAL_MINUTES = 366 * 1440;

  private final MeterUnits units;
  private final int maxApportionMinutes;

  /**
   * @param maxApportionMinutes the default of a meter's {@code max_apportion_minutes}
   */
  public MeterRowParser(MeterUnits units, int maxApportionMinutes) {
    this.units = units;
    this.maxApportionMinutes = maxApportionMinutes;
  }

  /**
   * The meter that its rows describe.
   *
   * @throws IllegalArgumentException whose one-line message names the wrong cell
   */
  Meter meter(List<Map<String, String>> rows) {
    List<Map<String, String>> byValidity = new ArrayList<>(rows);
    byValidity.sort(Comparator.comparingLong(row -> time(row, "valid_from", EARLIEST_S)));
    List<Meter.Version> versions = byValidity.stream().map(this::version).toList();
    requireApart(byValidity, versions);
    for (String column : List.of("energy_kind", "reading", "time_zone", "stamp")) {
      requireOne(byValidity, column);
    }
    Map<String, String> last = byValidity.get(rows.size() - 1);
    MeterUnits.Unit unit =
        units.getUnit(ReceivedTable.text(last, "energy_kind"), ReceivedTable.text(last, "unit"));
    ZoneId zone = zone(last);
    int interval = versions.get(versions.size() - 1).intervalSeconds();
    double apportion =
        number(
            last,
            "max_apportion_minutes",
            Math.max(maxApportionMinutes, interval / 60.0 * 1.5),
            0,
            MAX_INTERVAL_MINUTES * 2);
    int digits = (int) number(last, "register_digits", 0, 0, MAX_DIGITS);
    double wrap = number(last, "register_max", digits == 0 ? 0 : Math.pow(10, digits), 0, MAX_WRAP);
    return new Meter(
        ReceivedTable.text(last, "meter_id"),
        ReceivedTable.text(last, "energy_kind"),
        unit.canonical(),
        choice(Meter.Reading.class, last, "reading", Meter.Reading.INTERVAL),
        digits,
        Millionths.of(wrap),
        zone,
        choice(Meter.Stamp.class, last, "stamp", Meter.Stamp.START),
        interval,
        (int) Math.round(apportion * 60),
        versions,
        resets(rows, zone));
  }

  MeterUnits units() {
    return units;
  }

  private Meter.Version version(Map<String, String> row) {
    MeterUnits.Unit unit =
        units.getUnit(ReceivedTable.text(row, "energy_kind"), ReceivedTable.text(row, "unit"));
    double multiplier = number(row, "multiplier", 1, Double.MIN_VALUE, MAX_MULTIPLIER);
    double minutes = number(row, "interval_minutes", 60, 1 / 60.0, MAX_INTERVAL_MINUTES);
    double factor =
        BigDecimal.valueOf(multiplier).multiply(BigDecimal.valueOf(unit.factor())).doubleValue();
    return new Meter.Version(
        time(row, "valid_from", EARLIEST_S),
        time(row, "valid_to", LATEST_S),
        factor,
        ReceivedTable.text(row, "building_id"),
        empty(row, "parent_meter_id") ? null : ReceivedTable.text(row, "parent_meter_id"),
        multiplier,
        ReceivedTable.text(row, "unit"),
        empty(row, "end_use") ? null : ReceivedTable.text(row, "end_use"),
        (int) Math.round(minutes * 60));
  }

  private static void requireApart(List<Map<String, String>> rows, List<Meter.Version> versions) {
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).fromS() >= versions.get(i).toS()) {
        throw new IllegalArgumentException("valid_to is not later than valid_from");
      }
      if (i > 0 && versions.get(i).fromS() < versions.get(i - 1).toS()) {
        String one = place(rows.get(i - 1));
        String other = place(rows.get(i));
        throw new IllegalArgumentException(
            "two versions are valid at the same time: %s and %s".formatted(one, other));
      }
    }
  }

  private static String place(Map<String, String> row) {
    return row.getOrDefault("#file", "") + ":" + row.getOrDefault("#line", "");
  }

  /**
   * What a reading is may not change under one id: nothing would distinguish readings of the two
   * kinds.
   */
  private static void requireOne(List<Map<String, String>> rows, String column) {
    Set<String> values = new TreeSet<>();
    rows.forEach(row -> values.add(ReceivedTable.text(row, column).toLowerCase(Locale.ROOT)));
    if (values.size() > 1) {
      throw new IllegalArgumentException(
          "its versions have %s %s: give the meter a new meter_id where that changes"
              .formatted(column, values));
    }
  }

  /** Resets are written {@code 2024-05-01 10:00|final|start}, several with {@code ;} between. */
  private static List<Meter.Reset> resets(List<Map<String, String>> rows, ZoneId zone) {
    List<Meter.Reset> resets = new ArrayList<>();
    for (Map<String, String> row : rows) {
      if (empty(row, "resets")) {
        continue;
      }
      for (String printed : ReceivedTable.text(row, "resets").split(";")) {
        String[] parts = printed.trim().split("\\|");
        if (parts.length != 3) {
          throw new IllegalArgumentException(
              "reset %s is not written as time|final|start".formatted(printed));
        }
        resets.add(
            new Meter.Reset(
                instant(parts[0].trim(), zone),
                register(parts[1].trim()),
                register(parts[2].trim())));
      }
    }
    resets.sort(Comparator.comparingLong(Meter.Reset::atS));
    return resets.stream().distinct().toList();
  }

  private static long register(String printed) {
    byte[] text = printed.getBytes(StandardCharsets.UTF_8);
    long value = Millionths.parse(text, 0, text.length, (byte) '.');
    if (value == Millionths.INVALID) {
      throw new IllegalArgumentException(
          "register %s of a reset is not a number".formatted(printed));
    }
    return value;
  }

  private static long instant(String printed, ZoneId zone) {
    if (printed.endsWith("Z")) {
      return java.time.Instant.parse(printed.replace(' ', 'T')).getEpochSecond();
    }
    return LocalDateTime.parse(printed.replace(' ', 'T')).atZone(zone).toEpochSecond();
  }

  private static ZoneId zone(Map<String, String> row) {
    try {
      return empty(row, "time_zone")
          ? ZoneOffset.UTC
          : ZoneId.of(ReceivedTable.text(row, "time_zone"));
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "time_zone " + ReceivedTable.text(row, "time_zone") + " is unknown", e);
    }
  }

  private static long time(Map<String, String> row, String column, long otherwise) {
    if (empty(row, column)) {
      return otherwise;
    }
    String printed = ReceivedTable.text(row, column);
    try {
      LocalDateTime time =
          printed.length() <= 10
              ? LocalDate.parse(printed).atStartOfDay()
              : LocalDateTime.parse(printed.replace(' ', 'T'));
      return time.toEpochSecond(ZoneOffset.UTC);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(column + " " + printed + " is not a date", e);
    }
  }

  private static <E extends Enum<E>> E choice(
      Class<E> type, Map<String, String> row, String column, E otherwise) {
    if (empty(row, column)) {
      return otherwise;
    }
    try {
      return Enum.valueOf(type, ReceivedTable.text(row, column).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s %s is not one of %s"
              .formatted(column, ReceivedTable.text(row, column), List.of(type.getEnumConstants())),
          e);
    }
  }

  private static double number(
      Map<String, String> row, String column, double otherwise, double least, double most) {
    if (empty(row, column)) {
      return otherwise;
    }
    double number;
    try {
      number = Double.parseDouble(ReceivedTable.text(row, column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          column + " " + ReceivedTable.text(row, column) + " is not a number", e);
    }
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(
          least > 0 && number <= 0
              ? "%s %s is not above 0".formatted(column, ReceivedTable.text(row, column))
              : "%s %s is out of range".formatted(column, ReceivedTable.text(row, column)));
    }
    return number;
  }

  static boolean empty(Map<String, String> row, String column) {
    return ReceivedTable.text(row, column).isEmpty();
  }
}
