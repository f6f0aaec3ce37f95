package org.carbonbook.meter.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Hourly logs of a year for benchmarks: one file a month, in it each day of each meter. One row in
 * a thousand comes twice with another value, and one in ten thousand cannot be read or belongs to
 * no known meter. The same size gives the same bytes.
 */
public final class BenchmarkLogs {

  static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final int DAYS = 365;
  private static final int HOURS = 24;
  private static final int TWICE = 1000;
  private static final int BAD = 10_000;

  private final int meters;

  public BenchmarkLogs(int meters) {
    this.meters = meters;
  }

  /** Rows written in a year, the bad and the repeated ones among them. */
  long rows() {
    long good = (long) meters * DAYS * HOURS;
    return good + good / TWICE;
  }

  /** Writes a year below a folder, unless it is there already. */
  public void write(Path folder) {
    try {
      if (Files.exists(folder.resolve("meters.csv"))) {
        return;
      }
      Files.createDirectories(folder);
      for (int month = 1; month <= 12; month++) {
        LocalDate first = FIRST.withMonth(month);
        write(
            folder.resolve("readings-%d-%02d.csv".formatted(FIRST.getYear(), month)),
            first,
            first.plusMonths(1));
      }
      writeRegistries(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  /** Writes the day after the year, as it arrives late. */
  void writeLateDay(Path folder) {
    LocalDate day = FIRST.plusDays(DAYS);
    try {
      write(folder.resolve("readings-late.csv"), day, day.plusDays(1));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private void writeRegistries(Path folder) throws IOException {
    StringBuilder meterRows =
        new StringBuilder("meter_id,building_id,energy_kind,reading,unit,interval_minutes\n");
    StringBuilder buildings = new StringBuilder("building_id,name,use_type,area_m2\n");
    for (int meter = 0; meter < meters; meter++) {
      meterRows.append(
          "M%05d,B%05d,electricity,interval,kWh,60%n".formatted(meter, meter).replace("\r", ""));
      buildings.append(
          "B%05d,B%05d,%s,%d%n"
              .formatted(meter, meter, meter % 3 == 0 ? "school" : "office", 800 + meter * 7 % 9000)
              .replace("\r", ""));
    }
    Files.writeString(folder.resolve("buildings.csv"), buildings);
    Files.writeString(folder.resolve("meters.csv"), meterRows);
  }

  private void write(Path file, LocalDate from, LocalDate to) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write("meter_id,timestamp,value,quality\n".getBytes(StandardCharsets.US_ASCII));
      byte[] row = new byte[40];
      for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
        int weekday = day.getDayOfWeek().getValue();
        for (int meter = 0; meter < meters; meter++) {
          for (int hour = 0; hour < HOURS; hour++) {
            long place = (day.toEpochDay() * 50_000L + meter) * HOURS + hour;
            int value = value(place, meter, weekday, hour);
            if (mix(place) % TWICE == 0) {
              out.write(row, 0, row(row, day, meter, hour, value + 13));
            }
            int length = row(row, day, meter, hour, value);
            if (mix(place + 7) % BAD == 0) {
              row[hour % 2 == 0 ? 0 : 23] = 'X';
            }
            out.write(row, 0, length);
          }
        }
      }
    }
  }

  private static long mix(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (z ^ (z >>> 27)) >>> 1;
  }

  /** Thousandths of a kWh: offices by day, less at night and weekends, never the same for long. */
  private static int value(long place, int meter, int weekday, int hour) {
    int size = 4000 + meter * 37 % 30_000;
    int share = hour >= 8 && hour < 18 && weekday < 6 ? 100 : 30;
    return size * share / 100 + (int) (mix(place + 3) % 1000) + 1;
  }

  /** {@code M00012,2023-01-01 00:00:00,12.345,} */
  private static int row(byte[] into, LocalDate day, int meter, int hour, int thousandths) {
    int at = 0;
    into[at++] = 'M';
    at = digits(into, at, meter, 5);
    into[at++] = ',';
    at = digits(into, at, day.getYear(), 4);
    into[at++] = '-';
    at = digits(into, at, day.getMonthValue(), 2);
    into[at++] = '-';
    at = digits(into, at, day.getDayOfMonth(), 2);
    into[at++] = ' ';
    at = digits(into, at, hour, 2);
    for (char c : ":00:00,".toCharArray()) {
      into[at++] = (byte) c;
    }
    at = digits(into, at, thousandths / 1000, thousandths >= 10_000 ? 2 : 1);
    into[at++] = '.';
    at = digits(into, at, thousandths % 1000, 3);
    into[at++] = ',';
    into[at++] = '\n';
    return at;
  }

  private static int digits(byte[] into, int from, int number, int width) {
    int rest = number;
    for (int i = width - 1; i >= 0; i--) {
      into[from + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return from + width;
  }
}
