package org.carbonbook.meter.hours;

import java.time.Instant;
import java.util.List;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.registry.Meter;

/** Registers as printed in the unit of the hours, by the multiplier that a meter has at a time. */
final class RegisterScale {

  private final Meter meter;
  private final List<Meter.Version> versions;

  RegisterScale(Meter meter) {
    this.meter = meter;
    this.versions = meter.versions();
  }

  /** A printed register in the unit of the hours. */
  long scaled(long printed, long second) {
    return Millionths.times(printed, factor(second));
  }

  private double factor(long second) {
    return versions.size() == 1 ? versions.get(0).factor() : meter.at(local(second)).factor();
  }

  private long local(long second) {
    return second
        + meter.zone().getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  /**
   * The energy that a register counts from one value to another: differences come before
   * multipliers, and where the multiplier changes on the way, each part has its own.
   */
  long quantity(long fromS, long toS, long start, long end) {
    if (versions.size() == 1) {
      double factor = versions.get(0).factor();
      return Millionths.times(end, factor) - Millionths.times(start, factor);
    }
    long length = Math.max(1, toS - fromS);
    long localFrom = local(fromS);
    long quantity = 0;
    long reached = 0;
    for (int k = 0; k < versions.size(); k++) {
      Meter.Version version = versions.get(k);
      boolean last = version.toS() >= localFrom + length || k == versions.size() - 1;
      if (version.toS() <= localFrom && !last) {
        continue;
      }
      long part =
          last ? end - start : HourLedger.portion(end - start, version.toS() - localFrom, length);
      quantity += Millionths.times(part - reached, version.factor());
      reached = part;
      if (last) {
        break;
      }
    }
    return quantity;
  }
}
