package org.carbonbook.transport;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Judges the quantities of one vehicle's fuel card, in the order of time. */
final class FuelFills {

  private static final long LONGEST_S = 31L * 86_400;

  private final long tankLimit;

  /** Of a vehicle whose tank takes so much, with the tolerance; 0 where the tank is unknown. */
  FuelFills(long tankLimit) {
    this.tankLimit = tankLimit;
  }

  /** Judges rows that were not rejected before. */
  void judge(List<LogRow> fills) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < fills.size(); i++) {
      LogRow fill = fills.get(i);
      if (fill.verdict().counts()) {
        fill.judge(verdict(fill, known));
        if (fill.quantity < 0 && fill.quantity != LogRow.NONE) {
          takeBack(fills, i);
        }
      }
    }
  }

  private RowVerdict verdict(LogRow fill, Set<String> known) {
    if (fill.quantity == LogRow.NONE) {
      return ofAmount(fill, LogReason.NO_NUMBER);
    }
    if (fill.quantity == 0) {
      return RowVerdict.rejected(LogReason.ZERO);
    }
    if (fill.quantity < 0) {
      return RowVerdict.rejected(LogReason.NEGATIVE);
    }
    if (fill.hasClock && !known.add(fill.startS + "/" + fill.quantity + "/" + fill.station)) {
      return RowVerdict.rejected(LogReason.DUPLICATE);
    }
    return tankLimit > 0 && fill.quantity > tankLimit
        ? ofAmount(fill, LogReason.OVER_TANK)
        : fill.verdict();
  }

  /** The quantity that was paid for, where the tank takes it. */
  private RowVerdict ofAmount(LogRow fill, LogReason otherwise) {
    long paid = fill.quantityOfAmount;
    if (paid <= 0 || (tankLimit > 0 && paid > tankLimit)) {
      return RowVerdict.rejected(otherwise);
    }
    fill.quantity = paid;
    return RowVerdict.estimated(LogReason.FROM_AMOUNT);
  }

  /** A negative row takes back the last row of the same size at the same station. */
  private static void takeBack(List<LogRow> fills, int at) {
    LogRow back = fills.get(at);
    for (int i = at - 1; i >= 0 && back.startS - fills.get(i).startS <= LONGEST_S; i--) {
      LogRow fill = fills.get(i);
      if (fill.verdict().counts()
          && fill.quantity == -back.quantity
          && Objects.equals(fill.station, back.station)) {
        fill.judge(RowVerdict.rejected(LogReason.CANCELLED));
        back.judge(RowVerdict.rejected(LogReason.CANCELLED));
        return;
      }
    }
  }
}
