package org.carbonbook.meter.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.carbonbook.intake.ZoneClock;
import org.carbonbook.meter.registry.Meter;

/** The local clock of a meter, with the local seconds that it skips. */
final class LocalClock {

  private final ZoneRules rules;
  private final boolean closesIntervals;
  private final ZoneClock clock;
  private long localFromS = Long.MAX_VALUE;
  private long localToS = Long.MIN_VALUE;

  LocalClock(Meter meter) {
    this.rules = meter.zone().getRules();
    this.closesIntervals = meter.isRegister() || meter.stamp() == Meter.Stamp.END;
    this.clock = new ZoneClock(rules);
    if (rules.isFixedOffset()) {
      localFromS = Long.MIN_VALUE;
      localToS = Long.MAX_VALUE;
    }
  }

  /** The local second of an instant. */
  long localOf(long second) {
    return clock.localOf(second);
  }

  /**
   * Whether the clock shows a local second; the one at which it is put forward ends an interval or
   * reads a register, so that it exists for those.
   */
  boolean exists(long localS) {
    if (localS >= localFromS && localS < localToS) {
      return true;
    }
    LocalDateTime local = LocalDateTime.ofEpochSecond(localS, 0, ZoneOffset.UTC);
    ZoneOffsetTransition transition = rules.getTransition(local);
    if (transition != null && transition.isGap()) {
      return closesIntervals && local.equals(transition.getDateTimeBefore());
    }
    if (transition == null) {
      Instant at = local.toInstant(rules.getOffset(local));
      ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
      ZoneOffsetTransition after = rules.nextTransition(at);
      localFromS = before == null ? Long.MIN_VALUE : seconds(before.getDateTimeAfter());
      localToS = after == null ? Long.MAX_VALUE : seconds(after.getDateTimeBefore());
    }
    return true;
  }

  private static long seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
