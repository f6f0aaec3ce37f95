package org.carbonbook.meter.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.SmallCsv;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Hours of registers with resets against SolarNetwork's published cases: the "clock difference" is
 * the register interpolated to the edges of the hour.
 */
@Tag("reference")
final class RegisterResetsTest {

  private static final Path FOLDER = Path.of("../shared/reference/meters/register_resets");

  @TestFactory
  List<DynamicTest> hoursAreThePublishedClockDifferences() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no reference folder " + FOLDER);
    List<DynamicTest> tests = new ArrayList<>();
    for (Map<String, String> row : SmallCsv.read(FOLDER.resolve("expected_hourly.csv"))) {
      String printed = row.get("clock_diff_per_property(interpolated to hour edges)");
      if (!printed.isEmpty()) {
        tests.add(DynamicTest.dynamicTest(row.get("test"), () -> check(row, printed)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests;
  }

  private static void check(Map<String, String> row, String printed) throws IOException {
    long hour = Instant.parse(row.get("window_start")).getEpochSecond();
    String[] expected = printed.split(" ");
    List<Double> found = new ArrayList<>();
    for (Register register : registers(row.get("input_file")).values()) {
      found.add(register.hour(hour));
    }
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i))
          .as("register %d of %s", i, row.get("test"))
          .isCloseTo(Double.parseDouble(expected[i]), within(1e-6));
    }
  }

  private static Map<String, Register> registers(String file) throws IOException {
    Map<String, Register> registers = new LinkedHashMap<>();
    if (file.endsWith(".txt")) {
      for (Map<String, String> row : SmallCsv.read(FOLDER.resolve("readings.csv"))) {
        if (row.get("case_file").equals(file) && !row.get("kind").equals("Instant")) {
          registers.computeIfAbsent(row.get("register"), none -> new Register()).add(row);
        }
      }
      return registers;
    }
    Register register = new Register();
    for (Map<String, String> row : SmallCsv.read(FOLDER.resolve(file))) {
      String stamp = row.getOrDefault("ts", row.get("created"));
      String value = row.getOrDefault("val", row.get("wattHours"));
      register.readings.put(Instant.parse(stamp).getEpochSecond(), Double.parseDouble(value));
    }
    registers.put("value", register);
    return registers;
  }

  /** One register of a case. */
  private static final class Register {
    final Map<Long, Double> readings = new java.util.TreeMap<>();
    final List<Meter.Reset> resets = new ArrayList<>();

    void add(Map<String, String> row) {
      long at = Instant.parse(row.get("utc_time").replace(' ', 'T')).getEpochSecond();
      if (row.get("kind").equals("Reset")) {
        resets.add(
            new Meter.Reset(
                at,
                Millionths.of(Double.parseDouble(row.get("reset_final_value"))),
                Millionths.of(Double.parseDouble(row.get("reset_start_value")))));
      } else {
        readings.put(at, Double.parseDouble(row.get("value")));
      }
    }

    double hour(long start) {
      ReadingBlock block = new ReadingBlock();
      readings.forEach((at, value) -> block.add(at, Millionths.of(value), ReadingBlock.INSTANT));
      resets.sort(Comparator.comparingLong(Meter.Reset::atS));
      MeterDays months =
          new MeterDays(MeterFixtures.register(0, resets), MeterFixtures.RULES, List.of(), block);
      assertThat(months.difference()).isZero();
      for (MeterDay day : months.days(null)) {
        long place = (start - day.getStartsAt().getTime() / 1000) / 3600;
        if (place >= 0 && place < day.getHours()) {
          Double quantity = day.getHourQuantity()[(int) place];
          return quantity == null ? 0 : quantity;
        }
      }
      return 0;
    }
  }
}
