package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.NoticeRules;

/**
 * Collects what is found in one sheet, and whether the table fails by it. A kind of finding that
 * repeats is reported at its first places and then counted.
 */
final class SheetFindings {

  private static final int REPORTED_PER_CODE = 50;

  private final String file;
  private final String sheet;
  private final NoticeRules rules;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<TableNotice, Integer> counts = new EnumMap<>(TableNotice.class);
  private boolean failed;

  /**
   * Findings of one sheet.
   *
   * @param rules the severities that the configuration gives
   */
  SheetFindings(String file, String sheet, NoticeRules rules) {
    this.file = file;
    this.sheet = sheet;
    this.rules = rules;
  }

  /**
   * A finding at a cell such as {@code F12}, or at the whole sheet when the cell is blank. An ERROR
   * fails the table.
   */
  void add(TableNotice code, String cell, String message, String remedy) {
    failed |= report(code, cell, message, remedy) == Severity.ERROR;
  }

  /** A finding that concerns one cell only, so that the table does not fail by it. */
  Severity report(TableNotice code, String cell, String message, String remedy) {
    Severity severity = rules.severity(code, place(cell));
    int count = counts.merge(code, 1, Integer::sum);
    if (count <= REPORTED_PER_CODE) {
      notices.add(new Notice(code.name(), severity, place(cell), message, remedy));
    }
    return severity;
  }

  /** The table fails. */
  void fail() {
    failed = true;
  }

  private String place(String cell) {
    return file + "!" + sheet + (cell.isBlank() ? "" : "!" + cell);
  }

  boolean isFailed() {
    return failed;
  }

  /** The notices, with one more for each kind that has more places than were reported. */
  List<Notice> listNotices() {
    List<Notice> all = new ArrayList<>(notices);
    counts.forEach(
        (code, count) -> {
          if (count > REPORTED_PER_CODE) {
            all.add(
                new Notice(
                    code.name(),
                    rules.severity(code, place("")),
                    place(""),
                    (count - REPORTED_PER_CODE) + " more findings of this kind",
                    "fix the reported ones first; the rest is reported then"));
          }
        });
    return List.copyOf(all);
  }
}
