package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;

/** The account of one sheet's cells: each that is not blank is entered once, with its class. */
final class CellLedger {

  private final Grid grid;
  private final Map<GridCell, CellReading> readings = new HashMap<>();
  private final Map<CellClass, Long> counts = new EnumMap<>(CellClass.class);

  CellLedger(Grid grid) {
    this.grid = grid;
  }

  boolean isEntered(GridCell cell) {
    return readings.containsKey(cell);
  }

  /** Whether a cell was entered with a class. */
  boolean isEntered(GridCell cell, CellClass cellClass) {
    return isEntered(cell) && readings.get(cell).cellClass() == cellClass;
  }

  /** Enters a cell that is not a figure, unless it is entered already. */
  void enter(GridCell cell, CellClass cellClass, String note) {
    if (!isEntered(cell)) {
      enter(cell, CellReading.plain(grid.sheet(), cell, cellClass, note));
    }
  }

  /**
   * Enters a cell with its reading.
   *
   * @throws IllegalStateException when it is entered already: a cell has one class
   */
  void enter(GridCell cell, CellReading reading) {
    if (readings.putIfAbsent(cell, reading) != null) {
      throw new IllegalStateException("cell " + cell.address() + " is entered twice");
    }
    counts.merge(reading.cellClass(), 1L, Long::sum);
  }

  /**
   * Gives labels their meaning, so that a row or column which is printed without a figure can be
   * distinguished from one that is not printed.
   *
   * @param meanings what a label means, by the cell in which it begins
   */
  void describeLabels(Map<String, FigureKey> meanings) {
    readings.replaceAll(
        (cell, reading) -> {
          FigureKey meaning = meanings.get(reading.cell());
          boolean isLabel =
              reading.cellClass() == CellClass.LABEL || reading.cellClass() == CellClass.HEADER;
          return isLabel && meaning != null ? reading.meaning(meaning) : reading;
        });
  }

  /** Counts an empty cell of the data area. */
  void countBlank() {
    counts.merge(CellClass.BLANK, 1L, Long::sum);
  }

  /** Enters every cell that has no class yet. */
  void enterRest(CellClass cellClass) {
    grid.listCells().forEach(cell -> enter(cell, cellClass, null));
  }

  /** The cells that have no class yet, by row, then column. */
  List<GridCell> listOpenCells() {
    return grid.listCells().stream().filter(cell -> !isEntered(cell)).toList();
  }

  /**
   * The readings by row, then column.
   *
   * @throws IllegalStateException when a cell has no class
   */
  List<CellReading> listReadings() {
    List<CellReading> ordered = new ArrayList<>();
    for (GridCell cell : grid.listCells()) {
      CellReading reading = readings.get(cell);
      if (reading == null) {
        throw new IllegalStateException("cell " + cell.address() + " has no class");
      }
      ordered.add(reading);
    }
    return ordered;
  }

  Map<CellClass, Long> counts() {
    return new EnumMap<>(counts);
  }
}
