package org.carbonbook.meter.hours;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.registry.Meter;

/** Meters and rules that tests share. */
final class MeterFixtures {

  static final QualityRules RULES = QualityRules.read(Path.of("conf"));

  private MeterFixtures() {}

  static Meter interval(ZoneId zone, int intervalS) {
    return meter(Meter.Reading.INTERVAL, zone, intervalS, 0, List.of());
  }

  static Meter register(int digits, List<Meter.Reset> resets) {
    return meter(Meter.Reading.REGISTER, ZoneId.of("UTC"), 1800, digits, resets);
  }

  private static Meter meter(
      Meter.Reading reading, ZoneId zone, int intervalS, int digits, List<Meter.Reset> resets) {
    Meter.Version version =
        new Meter.Version(
            Long.MIN_VALUE / 2, Long.MAX_VALUE / 2, 1, "B", null, 1, "kWh", null, intervalS);
    return new Meter(
        "M",
        "electricity",
        "kWh",
        reading,
        digits,
        digits == 0 ? 0 : Math.round(Math.pow(10, digits)) * Millionths.ONE,
        zone,
        Meter.Stamp.START,
        intervalS,
        3 * 3600,
        List.of(version),
        resets);
  }
}
