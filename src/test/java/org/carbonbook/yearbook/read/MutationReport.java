package org.carbonbook.yearbook.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.layout.CellClass;

/** What became of tables with a fault, by kind of fault. */
final class MutationReport {

  /** What became of one table. */
  enum Outcome {
    READ_RIGHT,
    REFUSED,
    REPORTED,
    SILENTLY_WRONG
  }

  /** The notices that say of a figure that it can be another one. */
  private static final Set<String> DOUBTS = Set.of("UNIT_UNLIKELY", "NO_LINE_END");

  private final Map<String, Map<Outcome, Integer>> outcomes = new LinkedHashMap<>();

  void count(String fault, Outcome outcome) {
    outcomes
        .computeIfAbsent(fault, f -> new java.util.EnumMap<>(Outcome.class))
        .merge(outcome, 1, Integer::sum);
  }

  /** The figures of the accepted tables by what they are about. */
  static Map<String, Double> figures(FileReading reading) {
    Map<String, Double> figures = new TreeMap<>();
    reading.tables().stream()
        .filter(table -> table.status().equals(TableReading.ACCEPTED))
        .flatMap(table -> table.cells().stream())
        .filter(cell -> cell.cellClass() == CellClass.DATA)
        .forEach(cell -> figures.put(key(cell), cell.canonicalValue()));
    if (figures.isEmpty()) {
      throw new AssertionError(reading.listNotices());
    }
    return figures;
  }

  private static String key(CellReading cell) {
    return String.join(
        "|",
        List.of(
            String.valueOf(cell.regionCode()),
            String.valueOf(cell.year()),
            String.valueOf(cell.indicator()),
            String.valueOf(cell.sector()),
            String.valueOf(cell.item()),
            String.valueOf(cell.basis())));
  }

  /**
   * The outcome of one table with a fault.
   *
   * @param truth the figures of the table without the fault
   * @param reportedBy the notice that reports the fault as less than an error; blank for none
   * @param hidesTheFigure whether a figure must not be published, since the table does not show it
   */
  static Outcome outcome(
      FileReading reading, Map<String, Double> truth, String reportedBy, boolean hidesTheFigure) {
    boolean accepted =
        reading.tables().stream().anyMatch(t -> t.status().equals(TableReading.ACCEPTED));
    boolean error = reading.listNotices().stream().anyMatch(n -> n.severity() == Severity.ERROR);
    boolean warned = reading.listNotices().stream().anyMatch(n -> n.code().equals(reportedBy));
    if (!accepted) {
      return error ? Outcome.REFUSED : warned ? Outcome.REPORTED : Outcome.SILENTLY_WRONG;
    }
    Map<String, Double> read = figures(reading);
    boolean anyWrong =
        read.entrySet().stream()
            .anyMatch(
                figure ->
                    !truth.containsKey(figure.getKey())
                        || Math.abs(truth.get(figure.getKey()) - figure.getValue())
                            > 1e-9 * Math.abs(figure.getValue()));
    if (anyWrong) {
      boolean inDoubt = DOUBTS.contains(reportedBy) && warned;
      return inDoubt ? Outcome.REPORTED : Outcome.SILENTLY_WRONG;
    }
    if (hidesTheFigure) {
      return error ? Outcome.REPORTED : Outcome.SILENTLY_WRONG;
    }
    if (read.size() == truth.size()) {
      return Outcome.READ_RIGHT;
    }
    return warned || error ? Outcome.REPORTED : Outcome.SILENTLY_WRONG;
  }

  /** The table of faults and outcomes as Markdown. */
  String table() {
    StringBuilder text =
        new StringBuilder(
            "| fault | read right | refused | reported | silently wrong |\n|---|---:|---:|---:|---:|\n");
    outcomes.forEach(
        (fault, counts) -> {
          text.append("| ").append(fault);
          for (Outcome outcome : Outcome.values()) {
            text.append(" | ").append(counts.getOrDefault(outcome, 0));
          }
          text.append(" |\n");
        });
    return text.toString();
  }
}
