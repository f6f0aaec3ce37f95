package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Composes the column labels of a matrix table out of its heading rows. */
final class ColumnLabelReader {

  private final Grid grid;
  private final Frame frame;
  private final Layout layout;
  private final UnitText units;
  private final CellLedger ledger;
  private final Set<Integer> unitRows;

  ColumnLabelReader(Grid grid, Frame frame, Layout layout, UnitText units, CellLedger ledger) {
    this.grid = grid;
    this.frame = frame;
    this.layout = layout;
    this.units = units;
    this.ledger = ledger;
    this.unitRows = unitRows();
  }

  /** The labelled columns, from left to right. */
  List<PrintedLabel> listLabels() {
    List<PrintedLabel> labels = new ArrayList<>();
    for (int column = 0; column < grid.columns(); column++) {
      if (!frame.isLabelColumn(column)) {
        PrintedLabel label = label(column);
        if (!label.zh().isBlank() || !label.en().isBlank()) {
          labels.add(label);
        }
      }
    }
    return labels;
  }

  private PrintedLabel label(int column) {
    Parts parts = new Parts();
    for (int row = frame.headerTop(); row < frame.firstRow(); row++) {
      addPart(parts, row, column);
    }
    UnitText.Split split = units.split(parts.zh.toString());
    String unitZh = parts.unitZh.isBlank() ? split.unit() : parts.unitZh;
    String cell = parts.cell == null ? "" : parts.cell;
    return new PrintedLabel(column, cell, split.label(), parts.en.toString(), unitZh, parts.unitEn);
  }

  /** What has been gathered for one column. */
  private static final class Parts {
    private final StringBuilder zh = new StringBuilder();
    private final StringBuilder en = new StringBuilder();
    private String unitZh = "";
    private String unitEn = "";
    private String cell;
  }

  private void addPart(Parts parts, int row, int column) {
    Grid.Merge merge = grid.findMerge(row, column).orElse(null);
    boolean seenAbove = merge != null && row != merge.top();
    boolean spansLabels = merge != null && merge.left() <= frame.labelColumn();
    GridCell cell = grid.findShown(row, column).orElse(null);
    if (cell == null || seenAbove || spansLabels) {
      return;
    }
    if (cell.number() != null) {
      addYear(parts, cell);
    } else if (isUnitCell(row, cell)) {
      addUnit(parts, cell);
    } else {
      addText(parts, cell);
    }
  }

  /** A number in the heading is a year where years are expected, and no heading otherwise. */
  private void addYear(Parts parts, GridCell cell) {
    if (layout.columns().kind() == Layout.AxisKind.YEAR && YearText.isYear(cell.number())) {
      parts.zh.append(cell.number().intValue());
      parts.cell = cell.address();
      ledger.enter(cell, CellClass.HEADER, null);
    }
  }

  private boolean isUnitCell(int row, GridCell cell) {
    return unitRows.contains(row) && UnitText.findPrinted(cell.text()).isPresent();
  }

  private void addUnit(Parts parts, GridCell cell) {
    String printed = UnitText.findPrinted(cell.text()).orElseThrow();
    if (LabelText.hasHan(printed)) {
      parts.unitZh = printed;
    } else {
      parts.unitEn = printed;
    }
    ledger.enter(cell, CellClass.UNIT, null);
  }

  private void addText(Parts parts, GridCell cell) {
    String zh = LabelText.chinesePart(cell.text());
    String en = LabelText.englishPart(cell.text());
    boolean continuesChinese = zh.isBlank() && parts.en.isEmpty() && isClosing(en);
    if (continuesChinese) {
      zh = en;
      en = "";
    }
    parts.zh.append(LabelText.compact(zh));
    if (!en.isBlank()) {
      parts.en.append(parts.en.isEmpty() ? "" : " ").append(en.replaceAll("\\s+", " "));
    }
    if (parts.cell == null) {
      parts.cell = cell.address();
    }
    ledger.enter(cell, CellClass.HEADER, null);
  }

  /** A lone closing bracket belongs to the label it closes. */
  private static boolean isClosing(String text) {
    return LabelText.compact(text).equals(")");
  }

  /** A heading row is a unit row when at least half of its texts over the data are units. */
  private Set<Integer> unitRows() {
    Set<Integer> rows = new HashSet<>();
    for (int row = frame.headerTop(); row < frame.firstRow(); row++) {
      int texts = 0;
      int printedUnits = 0;
      for (int column = 0; column < grid.columns(); column++) {
        GridCell cell =
            frame.isLabelColumn(column) ? null : grid.findCell(row, column).orElse(null);
        if (cell != null && cell.number() == null) {
          texts++;
          printedUnits += UnitText.findPrinted(cell.text()).isPresent() ? 1 : 0;
        }
      }
      if (texts > 0 && 2 * printedUnits >= texts) {
        rows.add(row);
      }
    }
    return rows;
  }
}
