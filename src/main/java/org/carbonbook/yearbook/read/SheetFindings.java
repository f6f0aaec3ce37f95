package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.notice.Notice;

/**
 * Collects what is found in one sheet, and whether the table fails by it. A kind of finding that
 * repeats is told at its first places and then counted.
 */
final class SheetFindings {

  private static final int TOLD_PER_CODE = 50;

  private final String file;
  private final String sheet;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<TableNotice, Integer> counts = new EnumMap<>(TableNotice.class);
  private boolean failed;

  SheetFindings(String file, String sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /** A finding at a cell such as {@code F12}, or at the whole sheet when the cell is blank. */
  void add(TableNotice code, String cell, String message, String remedy) {
    failed |= code.failsTable();
    int count = counts.merge(code, 1, Integer::sum);
    if (count <= TOLD_PER_CODE) {
      notices.add(Notice.of(code, place(cell), message, remedy));
    }
  }

  private String place(String cell) {
    return file + "!" + sheet + (cell.isBlank() ? "" : "!" + cell);
  }

  boolean isFailed() {
    return failed;
  }

  /** The notices, with one more for each kind of which not every place was told. */
  List<Notice> listNotices() {
    List<Notice> all = new ArrayList<>(notices);
    counts.forEach(
        (code, count) -> {
          if (count > TOLD_PER_CODE) {
            all.add(
                Notice.of(
                    code,
                    place(""),
                    (count - TOLD_PER_CODE) + " more like the ones above",
                    "mend the ones above first"));
          }
        });
    return List.copyOf(all);
  }
}
