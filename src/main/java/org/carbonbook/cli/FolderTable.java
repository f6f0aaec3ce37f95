package org.carbonbook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.TableReading;

/** One line per sheet of many files: what became of it. */
final class FolderTable {

  private static final Map<String, String> OUTCOMES =
      Map.of(
          "UNKNOWN_LAYOUT", "unknown",
          "AMBIGUOUS_LAYOUT", "ambiguous",
          "UNMAPPED_LABEL", "unmapped",
          "LABEL_OF_BROKEN_LINE", "unmapped");

  private final TextTable table =
      new TextTable("file", "sheet", "outcome", "layout", "figures", "left out", "errors");
  private final Map<String, Integer> counts = new TreeMap<>();

  /** Adds the sheets of a file. */
  void add(Path file, FileReading reading) {
    if (reading.tables().isEmpty()) {
      count("unreadable");
      table.row(file, "", "unreadable", "", "", "", errors(reading.notices()));
    }
    for (TableReading sheet : reading.tables()) {
      String outcome = outcome(sheet);
      count(outcome);
      table.row(
          file,
          sheet.sheet(),
          outcome,
          sheet.layout(),
          cells(sheet, CellClass.DATA),
          cells(sheet, CellClass.BAD) + cells(sheet, CellClass.STRAY),
          errors(sheet.notices()));
    }
  }

  private void count(String outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  /** Recognised when its figures would be published; otherwise the first thing to correct. */
  private static String outcome(TableReading sheet) {
    if (sheet.status().equals(TableReading.ACCEPTED)) {
      return "recognised";
    }
    if (sheet.status().equals(TableReading.IGNORED)) {
      return TableReading.IGNORED;
    }
    return sheet.notices().stream()
        .map(notice -> OUTCOMES.get(notice.code()))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse("refused");
  }

  private static long cells(TableReading sheet, CellClass cellClass) {
    return sheet.counts().getOrDefault(cellClass, 0L);
  }

  private static String errors(List<Notice> notices) {
    return notices.stream()
        .filter(notice -> notice.severity() == Severity.ERROR)
        .collect(Collectors.groupingBy(Notice::code, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  TextTable table() {
    return table;
  }

  /** For example {@code 3 recognised, 1 unmapped}. */
  String summary() {
    return counts.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%d %s", e.getValue(), e.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** Whether every sheet is recognised or declared as not read. */
  boolean isGood() {
    return counts.keySet().stream()
        .allMatch(outcome -> List.of("recognised", TableReading.IGNORED).contains(outcome));
  }
}
