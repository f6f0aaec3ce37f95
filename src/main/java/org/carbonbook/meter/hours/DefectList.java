package org.carbonbook.meter.hours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in the readings of one meter, in order of time; neighbours become one. */
final class DefectList {

  private final List<Defect> defects = new ArrayList<>();

  /**
   * One finding.
   *
   * @param fromS first instant, inclusive
   * @param toS last instant, exclusive
   * @param readings how many readings it concerns
   * @param quantity the energy it concerns, in millionths
   */
  record Defect(QualityReason reason, long fromS, long toS, int readings, long quantity) {}

  void add(QualityReason reason, long fromS, long toS, int readings, long quantity) {
    if (!defects.isEmpty() && !reason.isOfArrival()) {
      Defect last = defects.get(defects.size() - 1);
      if (last.reason() == reason && last.toS() >= fromS && last.fromS() <= fromS) {
        defects.set(
            defects.size() - 1,
            new Defect(
                reason,
                last.fromS(),
                Math.max(toS, last.toS()),
                last.readings() + readings,
                last.quantity() + quantity));
        return;
      }
    }
    defects.add(new Defect(reason, fromS, toS, readings, quantity));
  }

  /** Takes what was found when the readings arrived. */
  void addAll(List<Defect> carried) {
    defects.addAll(carried);
  }

  /** In the order found. */
  List<Defect> list() {
    return defects;
  }

  /** By instant, reason and amount, so that the order of arrival does not count. */
  List<Defect> sorted() {
    List<Defect> sorted = new ArrayList<>(defects);
    sorted.sort(
        Comparator.comparingLong(Defect::fromS)
            .thenComparing(Defect::reason)
            .thenComparingLong(Defect::toS)
            .thenComparingLong(Defect::quantity)
            .thenComparingInt(Defect::readings));
    return sorted;
  }
}
