package org.carbonbook.yearbook.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One sheet: its cells that are not blank, and its merged regions. Rows and columns count from 0.
 */
public final class Grid {

  /** A merged region, bounds included. */
  public record Merge(int top, int bottom, int left, int right) {}

  /** No row. */
  static final int NO_ROW = -1;

  private final String sheet;
  private final int cutRow;
  private final boolean storesNumbers;
  private final Map<Long, GridCell> cells = new HashMap<>();
  private final Map<Long, Merge> merged = new HashMap<>();
  private final List<GridCell> ordered;
  private final Collection<Merge> merges;
  private final int rows;
  private final int columns;
  private Set<GridCell> hidden = Set.of();
  private boolean ended = true;

  Grid(String sheet, Collection<GridCell> cells, Collection<Merge> merges) {
    this(sheet, cells, merges, NO_ROW);
  }

  /**
   * A grid.
   *
   * @param cutRow the last row when it has fewer fields than the one before, as in a file that was
   *     cut off; {@link #NO_ROW} otherwise
   */
  Grid(String sheet, Collection<GridCell> cells, Collection<Merge> merges, int cutRow) {
    this.sheet = sheet;
    this.cutRow = cutRow;
    this.merges = merges;
    this.ordered = new ArrayList<>(cells);
    ordered.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
    int lastRow = -1;
    int lastColumn = -1;
    for (GridCell cell : ordered) {
      this.cells.put(key(cell.row(), cell.column()), cell);
      lastRow = Math.max(lastRow, cell.row());
      lastColumn = Math.max(lastColumn, cell.column());
    }
    storesNumbers = ordered.stream().anyMatch(cell -> cell.number() != null);
    rows = lastRow + 1;
    columns = lastColumn + 1;
    merges.forEach(this::putMerge);
  }

  /** The same grid, in which some cells are hidden from the reader of the sheet. */
  Grid hiding(Set<GridCell> cellsThatAreHidden) {
    hidden = cellsThatAreHidden;
    return this;
  }

  /** The same grid, which ends with its last line or may have been cut off within it. */
  Grid ending(boolean withLineEnd) {
    ended = withLineEnd;
    return this;
  }

  /**
   * The last cell of a text that does not end with a line end, so that its last digits can lack.
   */
  public Optional<GridCell> findUnended() {
    return ended || ordered.isEmpty()
        ? Optional.empty()
        : Optional.of(ordered.get(ordered.size() - 1));
  }

  /** The cells that a reader of the sheet does not see. */
  public Set<GridCell> hidden() {
    return hidden;
  }

  /** The grid as a reader of the sheet sees it. */
  public Grid visible() {
    return hidden.isEmpty()
        ? this
        : new Grid(
            sheet,
            ordered.stream().filter(cell -> !hidden.contains(cell)).toList(),
            merges,
            cutRow);
  }

  /** A merge can run to the sheet's edge: only its part inside the used range counts. */
  private void putMerge(Merge merge) {
    if (!cells.containsKey(key(merge.top(), merge.left()))) {
      return;
    }
    int bottom = Math.min(merge.bottom(), rows - 1);
    int right = Math.min(merge.right(), columns - 1);
    Merge clipped = new Merge(merge.top(), bottom, merge.left(), right);
    for (int row = merge.top(); row <= bottom; row++) {
      for (int column = merge.left(); column <= right; column++) {
        merged.put(key(row, column), clipped);
      }
    }
  }

  private static long key(int row, int column) {
    return ((long) row << 32) | column;
  }

  public String sheet() {
    return sheet;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Whether numbers are stored as numbers; in text files they are not. */
  public boolean storesNumbers() {
    return storesNumbers;
  }

  public boolean isEmpty() {
    return ordered.isEmpty();
  }

  /** The first cell of the last row, when that row looks cut off. */
  public Optional<GridCell> findCut() {
    return ordered.stream().filter(cell -> cell.row() == cutRow).findFirst();
  }

  /** The cells that are not blank, by row, then column. */
  public List<GridCell> listCells() {
    return ordered;
  }

  /** The cell itself, without regard to merges. */
  public Optional<GridCell> findCell(int row, int column) {
    return Optional.ofNullable(cells.get(key(row, column)));
  }

  /** The merged region over a place. */
  public Optional<Merge> findMerge(int row, int column) {
    return Optional.ofNullable(merged.get(key(row, column)));
  }

  /** The cell that is seen at a place: its own, or that of the merged region over it. */
  public Optional<GridCell> findShown(int row, int column) {
    Merge merge = merged.get(key(row, column));
    return merge == null ? findCell(row, column) : findCell(merge.top(), merge.left());
  }

  /** The text shown at a place; blank when there is no text. */
  public String text(int row, int column) {
    return findShown(row, column).map(GridCell::text).orElse("");
  }

  public boolean hasCell(int row, int column) {
    return cells.containsKey(key(row, column));
  }
}
