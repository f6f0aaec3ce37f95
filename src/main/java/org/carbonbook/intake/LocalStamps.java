package org.carbonbook.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.IntPredicate;

/** Turns local stamps into instants. */
public final class LocalStamps {

  private LocalStamps() {}

  /**
   * The instant of a local time. In an hour that occurs twice it is the first occurrence; a time
   * that the clocks skip is moved behind the gap.
   */
  public static long toInstant(ZoneId zone, long localS) {
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return localS - rules.getOffset(Instant.EPOCH).getTotalSeconds();
    }
    LocalDateTime local = LocalDateTime.ofEpochSecond(localS, 0, ZoneOffset.UTC);
    return local.atZone(zone).toEpochSecond();
  }

  /**
   * Turns the stamps of one source, in the order of time, into instants. Of the stamps in an hour
   * that comes twice, the second pass begins where they go back; where they never go back, the
   * source sorted them by local time, and the second of two equal stamps is of the second pass.
   *
   * @param stamps seconds since 1970 on the local clock
   * @param isInstant whether the stamp at an index stated its offset and is an instant already
   * @param closes whether a stamp names the end of an interval or the reading of a register, so
   *     that the second at which the clock is put forward exists
   * @param instants receives one instant for each stamp; {@link StampPattern#INVALID} for a local
   *     time that the clocks skip
   */
  public static void toInstants(
      ZoneId zone, long[] stamps, IntPredicate isInstant, boolean closes, long[] instants) {
    ZoneRules rules = zone.getRules();
    long cacheFrom = Long.MAX_VALUE;
    long cacheTo = Long.MIN_VALUE;
    int cacheOffset = 0;
    for (int i = 0; i < instants.length; i++) {
      long s = stamps[i];
      if (isInstant.test(i)) {
        instants[i] = s;
        continue;
      }
      if (s >= cacheFrom && s < cacheTo) {
        instants[i] = s - cacheOffset;
        continue;
      }
      LocalDateTime local = LocalDateTime.ofEpochSecond(s, 0, ZoneOffset.UTC);
      ZoneOffsetTransition transition = rules.getTransition(local);
      if (transition == null) {
        cacheOffset = rules.getOffset(local).getTotalSeconds();
        ZoneOffsetTransition before =
            rules.previousTransition(Instant.ofEpochSecond(s - cacheOffset + 1));
        ZoneOffsetTransition after = rules.nextTransition(Instant.ofEpochSecond(s - cacheOffset));
        cacheFrom = before == null ? Long.MIN_VALUE : latestLocal(before);
        cacheTo = after == null ? Long.MAX_VALUE : earliestLocal(after);
        instants[i] = s - cacheOffset;
      } else if (transition.isGap()) {
        boolean closing = closes && local.equals(transition.getDateTimeBefore());
        instants[i] = closing ? transition.toEpochSecond() : StampPattern.INVALID;
      } else {
        i = repeated(rules, transition, stamps, isInstant, i, instants);
      }
    }
  }

  /** Stamps of one repeated hour, from an index on; returns the index of the last of them. */
  private static int repeated(
      ZoneRules rules,
      ZoneOffsetTransition transition,
      long[] stamps,
      IntPredicate isInstant,
      int from,
      long[] instants) {
    int to = from;
    boolean goesBack = false;
    while (to < instants.length
        && !isInstant.test(to)
        && transition.equals(
            rules.getTransition(LocalDateTime.ofEpochSecond(stamps[to], 0, ZoneOffset.UTC)))) {
      goesBack |= to > from && stamps[to] < stamps[to - 1];
      to++;
    }
    int[] offsets = {
      transition.getOffsetBefore().getTotalSeconds(), transition.getOffsetAfter().getTotalSeconds()
    };
    int pass = 0;
    for (int i = from; i < to; i++) {
      boolean back = i > from && stamps[i] < stamps[i - 1];
      boolean again = i > from && stamps[i] == stamps[i - 1];
      pass = goesBack ? (back ? 1 : pass) : (again ? 1 : 0);
      instants[i] = stamps[i] - offsets[pass];
    }
    return to - 1;
  }

  private static long latestLocal(ZoneOffsetTransition t) {
    long before = t.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
    return Math.max(before, t.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC));
  }

  private static long earliestLocal(ZoneOffsetTransition t) {
    long before = t.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
    return Math.min(before, t.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC));
  }
}
