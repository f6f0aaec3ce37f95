package org.carbonbook.attribution;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Breaks of two years in words: each reason once, with the fuels that it is true of. */
final class BreakNotes {

  private BreakNotes() {}

  static String en(List<BreakCell> breaks) {
    return words(breaks, BreakCell::reason, "; ");
  }

  static String zh(List<BreakCell> breaks) {
    return words(breaks, BreakCell::reasonZh, "；");
  }

  private static String words(
      List<BreakCell> breaks, Function<BreakCell, String> reason, String between) {
    Map<String, SortedSet<String>> cells = new TreeMap<>();
    for (BreakCell each : breaks) {
      for (String one : reason.apply(each).split(BreakCell.BETWEEN_REASONS)) {
        cells.computeIfAbsent(one, k -> new TreeSet<>()).add(each.fuel());
      }
    }
    return cells.entrySet().stream()
        .map(e -> mentions(e.getKey(), e.getValue()))
        .collect(Collectors.joining(between));
  }

  private static String mentions(String reason, SortedSet<String> fuels) {
    boolean named =
        fuels.stream().allMatch(reason::contains) || ComparedBalances.isRounding(reason);
    return named ? reason : reason + " (" + String.join(", ", fuels) + ")";
  }
}
