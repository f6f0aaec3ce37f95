package org.carbonbook.yearbook.layout;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Finds a matrix table's parts by its layout's rule. */
public final class FrameFinder {

  private static final int ANCHOR_ROWS = 40;
  private static final int ANCHOR_COLUMNS = 10;

  private final Grid grid;
  private final Layout.FrameRule rule;
  private final Predicate<String> known;

  public FrameFinder(Grid grid, Layout.FrameRule rule) {
    this(grid, rule, label -> false);
  }

  /**
   * Creates a finder that recognises labels.
   *
   * @param known whether a text is a row label of the table; such a row is not a note, whatever
   *     mark precedes it
   */
  public FrameFinder(Grid grid, Layout.FrameRule rule, Predicate<String> known) {
    this.grid = grid;
    this.rule = rule;
    this.known = known;
  }

  /** The frame; empty when the anchor or the first row is not there. */
  public Optional<Frame> findFrame() {
    return rule.anchor() == null ? byHeaderRow() : byAnchor();
  }

  private Optional<Frame> byAnchor() {
    for (GridCell cell : grid.listCells()) {
      if (cell.row() >= ANCHOR_ROWS) {
        break;
      }
      if (cell.column() < ANCHOR_COLUMNS && matches(rule.anchor(), cell.text())) {
        return around(cell);
      }
    }
    return Optional.empty();
  }

  private Optional<Frame> around(GridCell anchor) {
    int bottom =
        grid.findMerge(anchor.row(), anchor.column()).map(Grid.Merge::bottom).orElse(anchor.row());
    return frame(anchor.column(), anchor.row(), headerTop(anchor), bottom + 1);
  }

  /** The heading begins below the last line above the anchor that is a title or a unit line. */
  private int headerTop(GridCell anchor) {
    int top = anchor.row();
    while (top > 0 && isHeadingRow(top - 1, anchor.column())) {
      top--;
    }
    return top;
  }

  /** A row above the anchor is part of the heading when it has text, but none over the labels. */
  private boolean isHeadingRow(int row, int labelColumn) {
    if (!grid.text(row, labelColumn).isBlank()) {
      return false;
    }
    for (int column = 0; column < grid.columns(); column++) {
      if (grid.hasCell(row, column)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Frame> byHeaderRow() {
    OptionalInt row = findHeaderRow();
    return row.isEmpty()
        ? Optional.empty()
        : frame(rule.labelColumn() - 1, row.getAsInt(), row.getAsInt(), row.getAsInt() + 1);
  }

  /** The heading row of a table without an anchor: notes and empty rows above do not count. */
  OptionalInt findHeaderRow() {
    int skipped = rule.headerRow() - 1;
    for (int row = 0; row < grid.rows(); row++) {
      boolean counts = !isBlankRow(row) && !isNote(row);
      if (counts && skipped-- == 0) {
        return OptionalInt.of(row);
      }
    }
    return OptionalInt.empty();
  }

  private Optional<Frame> frame(int labelColumn, int anchorRow, int headerTop, int below) {
    OptionalInt first = firstLabelled(labelColumn, below);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int end = first.getAsInt();
    while (end < grid.rows() && !isNoteAt(end, labelColumn)) {
      end++;
    }
    // A note in the middle: the table continues as long as known labels with figures follow.
    for (int row = end; row < grid.rows(); row++) {
      boolean figures = hasNumber(row, labelColumn);
      if (figures && known.test(grid.text(row, labelColumn))) {
        end = row + 1;
      }
    }
    int second = secondLabelColumn(anchorRow, labelColumn);
    return Optional.of(new Frame(labelColumn, second, headerTop, first.getAsInt(), end));
  }

  private OptionalInt firstLabelled(int labelColumn, int from) {
    for (int row = from; row < grid.rows(); row++) {
      if (grid.hasCell(row, labelColumn)) {
        return OptionalInt.of(row);
      }
    }
    return OptionalInt.empty();
  }

  private int secondLabelColumn(int anchorRow, int labelColumn) {
    for (int column = 0; column < Math.min(grid.columns(), ANCHOR_COLUMNS); column++) {
      boolean other = column != labelColumn;
      if (other && matches(rule.anchorEn(), grid.text(anchorRow, column))) {
        return column;
      }
    }
    return -1;
  }

  private boolean isBlankRow(int row) {
    for (int column = 0; column < grid.columns(); column++) {
      if (grid.hasCell(row, column)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNote(int row) {
    int labelColumn = rule.labelColumn() == null ? 0 : rule.labelColumn() - 1;
    return isNoteAt(row, labelColumn);
  }

  private boolean hasNumber(int row, int labelColumn) {
    for (int column = labelColumn + 1; column < grid.columns(); column++) {
      GridCell cell = grid.findCell(row, column).orElse(null);
      if (cell != null && (cell.number() != null || LabelText.isNumeric(cell.text()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the row is a note. A row with a known label is not a note. */
  public boolean isNoteAt(int row, int labelColumn) {
    String text = grid.text(row, labelColumn);
    return rule.notes() != null
        && rule.notes().matcher(LabelText.compact(text)).find()
        && !known.test(text);
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern != null && pattern.matcher(LabelText.compact(text)).matches();
  }
}
