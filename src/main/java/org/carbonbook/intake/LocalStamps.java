package org.carbonbook.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.IntPredicate;

/** Turns local stamps into instants. */
public final class LocalStamps {

  private LocalStamps() {}

  /**
   * The instant of a local time; of an hour that comes twice the first pass, and of one that the
   * clocks skip the time after the skip.
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
   * Turns the stamps of one source, in the order received, into instants. The second pass of a
   * repeated hour begins where the stamps go back; where an interval is as long as the repeated
   * hour, it begins at the second appearance of the stamp.
   *
   * @param intervalS the usual distance of stamps, in seconds
   * @param stamps seconds since 1970 on the local clock
   * @param isInstant whether the stamp at an index stated its offset and is an instant already
   * @param instants receives one instant for each stamp; {@link StampPattern#INVALID} for a local
   *     time that the clocks skip
   */
  public static void toInstants(
      ZoneId zone, int intervalS, long[] stamps, IntPredicate isInstant, long[] instants) {
    ZoneRules rules = zone.getRules();
    long cacheFrom = Long.MAX_VALUE;
    long cacheTo = Long.MIN_VALUE;
    int cacheOffset = 0;
    Overlap overlap = new Overlap(intervalS);
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
      List<ZoneOffset> offsets = rules.getValidOffsets(local);
      if (offsets.size() == 1) {
        cacheOffset = offsets.get(0).getTotalSeconds();
        ZoneOffsetTransition before =
            rules.previousTransition(Instant.ofEpochSecond(s - cacheOffset + 1));
        ZoneOffsetTransition after = rules.nextTransition(Instant.ofEpochSecond(s - cacheOffset));
        cacheFrom = before == null ? Long.MIN_VALUE : latestLocal(before);
        cacheTo = after == null ? Long.MAX_VALUE : earliestLocal(after);
        instants[i] = s - cacheOffset;
      } else if (offsets.isEmpty()) {
        instants[i] = StampPattern.INVALID;
      } else {
        instants[i] =
            s - offsets.get(overlap.pass(rules.getTransition(local), s)).getTotalSeconds();
      }
    }
  }

  private static long latestLocal(ZoneOffsetTransition t) {
    long before = t.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
    return Math.max(before, t.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC));
  }

  private static long earliestLocal(ZoneOffsetTransition t) {
    long before = t.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
    return Math.min(before, t.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC));
  }

  /** Distinguishes the two passes of a repeated hour. */
  private static final class Overlap {
    private final int intervalS;
    private ZoneOffsetTransition current;
    private long previous;
    private int pass;

    Overlap(int intervalS) {
      this.intervalS = intervalS;
    }

    int pass(ZoneOffsetTransition transition, long second) {
      if (!transition.equals(current)) {
        current = transition;
        pass = 0;
      } else {
        long overlapS = -transition.getDuration().toSeconds();
        boolean again = second < previous || (second == previous && intervalS >= overlapS);
        pass = again ? 1 : pass;
      }
      previous = second;
      return pass;
    }
  }
}
