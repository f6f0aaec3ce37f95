package org.carbonbook.meter.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up meter: an office building's hours with workdays, seasons and noise, as interval
 * readings or as a register. Values are whole thousandths, so that texts and sums are exact.
 */
final class SampleMeter {

  static final int STEP_S = 3600;

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int DAY_H = 24;
  private static final ZoneId SUMMER_TIME = ZoneId.of("Europe/Berlin");
  private static final int LATE_FROM = 50;
  private static final int LATE_TO = 74;
  private static final int FIRST_REGISTER = 40_000_000;

  /** Where a register of five digits begins anew, in thousandths. */
  static final long TOP = 100_000_000L;

  final Random random;
  final int count;
  final long startS;
  final List<Reading> readings = new ArrayList<>();
  final List<String> truth = new ArrayList<>();
  final List<String> resets = new ArrayList<>();

  private final int number;
  private long thousandths;

  /** One row to be written: its instant, its value in thousandths, and its quality text. */
  static final class Reading {
    long second;
    long value;
    String quality = "";
    String printed;

    Reading(long second, long value) {
      this.second = second;
      this.value = value;
    }
  }

  SampleMeter(int number, LocalDate first, int days, Random random) {
    this.number = number;
    this.random = random;
    this.count = days * DAY_H;
    this.startS = first.atStartOfDay(zone()).toEpochSecond();
    long register = FIRST_REGISTER + (long) random.nextInt(1_000_000);
    double size = 5 + 40 * random.nextDouble();
    if (isRegister()) {
      register = turnsOver() ? TOP - (long) (size * count * 250) : register;
      readings.add(new Reading(startS, register));
    }
    for (int hour = 0; hour < count; hour++) {
      long used = used(first.plusDays(hour / DAY_H), hour % DAY_H, size);
      thousandths += used;
      register += used;
      long second = startS + (long) hour * STEP_S;
      readings.add(
          isRegister() ? new Reading(second + STEP_S, register) : new Reading(second, used));
    }
  }

  private long used(LocalDate day, int hour, double size) {
    boolean work = day.getDayOfWeek().getValue() < 6;
    double occupied = hour >= 8 && hour < 18 ? 1 : 0.25;
    double season = 1 + 0.3 * Math.cos(2 * Math.PI * day.getDayOfYear() / 365.0);
    double value = size * (work ? 1 : 0.5) * occupied * season * (0.9 + 0.2 * random.nextDouble());
    return Math.max(1, Math.round(value * 1000));
  }

  boolean isRegister() {
    return number % 4 == 3;
  }

  /** Some interval meters stand where the clocks change; their stamps are local. */
  ZoneId zone() {
    return number % 8 == 5 ? SUMMER_TIME : ZoneOffset.UTC;
  }

  /** Whether a part of the readings comes in a file of its own, after the others. */
  boolean isPartlyLate() {
    return number % 5 == 2;
  }

  /** Whether the register passes its highest figure half way. */
  boolean turnsOver() {
    return number % 8 == 7;
  }

  int number() {
    return number;
  }

  String id() {
    return "S%05d".formatted(number);
  }

  /** The energy of the meter as a decimal text. */
  String energy() {
    return BigDecimal.valueOf(thousandths, 3).toPlainString();
  }

  List<String> truth() {
    return truth;
  }

  void tell(String kind, long fromS, long toS) {
    truth.add("%s,%s,%s,%s".formatted(id(), kind, stamp(fromS), stamp(toS)));
  }

  private String local(long second) {
    return stamp(
        second + zone().getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds());
  }

  static String stamp(long second) {
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).format(STAMP);
  }

  /** Takes the readings of the third day out, which are late. */
  List<Reading> late() {
    if (!isPartlyLate() || readings.size() < LATE_TO) {
      return List.of();
    }
    List<Reading> taken = readings.subList(LATE_FROM, LATE_TO);
    List<Reading> late = List.copyOf(taken);
    tell("late", late.get(0).second, late.get(late.size() - 1).second + 1);
    taken.clear();
    return late;
  }

  List<String> rows(List<Reading> some) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (Reading reading : some) {
      row.setLength(0);
      row.append(id()).append(',').append(local(reading.second)).append(',');
      if (reading.printed == null) {
        appendThousandths(row, reading.value);
      } else {
        row.append(reading.printed);
      }
      rows.add(row.append(',').append(reading.quality).toString());
    }
    return rows;
  }

  private static void appendThousandths(StringBuilder row, long value) {
    long whole = Math.abs(value);
    row.append(value < 0 ? "-" : "").append(whole / 1000).append('.');
    long rest = whole % 1000;
    row.append(rest < 100 ? "0" : "").append(rest < 10 ? "0" : "").append(rest);
  }

  String registryRow() {
    return "%s,SB%04d,electricity,%s,kWh,1,%s,%s,start,60,,2020-01-01,,%s"
        .formatted(
            id(),
            number / 2,
            isRegister() ? "register" : "interval",
            isRegister() ? "5" : "",
            zone().getId().equals("Z") ? "UTC" : zone().getId(),
            String.join(";", resets));
  }

  String buildingRow() {
    return number % 2 == 0
        ? "SB%04d,Sample building %d,%s,%d,2000-01-01,,Hubei/Xianning,%d"
            .formatted(
                number / 2,
                number / 2,
                number % 3 == 0 ? "school" : "office",
                1000 + number * 37 % 9000,
                1980 + number % 40)
        : "";
  }
}
