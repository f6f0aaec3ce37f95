package org.carbonbook.intake;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The clock of a time zone. It caches the offset from UTC and its validity, so that most calls for
 * consecutive stamps only compare two numbers.
 */
public final class ZoneClock {

  private final ZoneRules rules;
  private long fromS = Long.MAX_VALUE;
  private long toS = Long.MIN_VALUE;
  private int offsetS;

  public ZoneClock(ZoneRules rules) {
    this.rules = rules;
  }

  /** The local second of an instant. */
  public long localOf(long instant) {
    if (instant < fromS || instant >= toS) {
      Instant at = Instant.ofEpochSecond(instant);
      ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
      ZoneOffsetTransition after = rules.nextTransition(at);
      fromS = before == null ? Long.MIN_VALUE : before.toEpochSecond();
      toS = after == null ? Long.MAX_VALUE : after.toEpochSecond();
      offsetS = rules.getOffset(at).getTotalSeconds();
    }
    return instant + offsetS;
  }
}
