package org.carbonbook.transport;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges the charging sessions of one vehicle, in the order of their begin. Energy is what the
 * charger counted, so that a doubtful time makes a session estimated and never takes its energy
 * away; only a session that is there twice, has no energy or a power that no charger gives is
 * rejected.
 */
final class ChargingSessions {

  private static final double HOUR_S = 3600;

  private final double maxMicroPerSecond;

  ChargingSessions(double maxKw) {
    this.maxMicroPerSecond = maxKw * 1e6 / HOUR_S;
  }

  /** Judges rows that were not rejected before. */
  void judge(List<LogRow> sessions) {
    Set<String> known = new HashSet<>();
    long busyUntilS = Long.MIN_VALUE;
    for (LogRow session : sessions) {
      if (session.verdict().counts()) {
        session.judge(verdict(session, known, busyUntilS));
        if (session.verdict().counts()) {
          busyUntilS = Math.max(busyUntilS, session.endS);
        }
      }
    }
  }

  private RowVerdict verdict(LogRow session, Set<String> known, long busyUntilS) {
    if (session.quantity == LogRow.NONE) {
      return RowVerdict.rejected(LogReason.NO_NUMBER);
    }
    if (session.quantity == 0) {
      return RowVerdict.rejected(LogReason.ZERO);
    }
    if (session.quantity < 0) {
      return RowVerdict.rejected(LogReason.NEGATIVE);
    }
    if (!known.add(session.startS + "/" + session.endS + "/" + session.quantity)) {
      return RowVerdict.rejected(LogReason.DUPLICATE);
    }
    if (session.endS <= session.startS) {
      session.endS = session.startS;
      return RowVerdict.estimated(LogReason.NEGATIVE_LENGTH);
    }
    if (session.quantity > maxMicroPerSecond * (session.endS - session.startS)) {
      return RowVerdict.rejected(LogReason.POWER_TOO_HIGH);
    }
    return session.startS < busyUntilS
        ? RowVerdict.estimated(LogReason.OVERLAPPING)
        : session.verdict();
  }
}
