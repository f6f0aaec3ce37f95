package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Gives a class to every cell of a matrix table that is neither label nor figure. */
final class RemainingCellReader {

  private static final int PLACES_REPORTED = 8;

  private final TableContext context;
  private final Frame frame;
  private final UnitDefinition unit;
  private final Set<Integer> mappedRows;
  private final Set<Integer> figureColumns;
  private final int lastMappedRow;
  private final List<GridCell> notPlaced = new ArrayList<>();
  private final Map<CellClass, List<String>> outside = new EnumMap<>(CellClass.class);

  /**
   * A reader of the remaining cells.
   *
   * @param unit the unit of the whole table, or null
   * @param mappedRows the rows whose label has a meaning
   * @param figureColumns the columns with a label
   */
  RemainingCellReader(
      TableContext context,
      Frame frame,
      UnitDefinition unit,
      Set<Integer> mappedRows,
      Set<Integer> figureColumns) {
    this.context = context;
    this.frame = frame;
    this.unit = unit;
    this.mappedRows = mappedRows;
    this.figureColumns = figureColumns;
    this.lastMappedRow = mappedRows.stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /** Classifies every remaining cell and reports those outside the frame. */
  void enterLeftovers() {
    for (GridCell cell : context.ledger().listOpenCells()) {
      if (isText(cell)) {
        enterText(cell);
      } else {
        enterNumber(cell);
      }
    }
    outside.forEach(this::reportOutside);
    reportNotPlaced();
  }

  /** In a text file a number is a text that reads as one. */
  private boolean isText(GridCell cell) {
    boolean numeric =
        cell.number() != null
            || (!context.grid().storesNumbers()
                && cell.row() >= frame.firstRow()
                && NumberText.parse(cell.text()).isNumber());
    return !numeric && cell.fault() == null;
  }

  private void enterText(GridCell cell) {
    CellLedger ledger = context.ledger();
    if (cell.row() >= frame.firstRow()) {
      requireUnit(cell);
      requireSameLabel(cell);
    }
    Pattern notes = context.layout().frame().notes();
    boolean note = notes != null && notes.matcher(LabelText.compact(cell.text())).find();
    if (note || cell.row() >= frame.endRow() || cell.row() > lastMappedRow) {
      ledger.enter(cell, CellClass.NOTE, null);
    } else if (cell.row() < frame.headerTop()) {
      boolean unit = UnitText.findPrinted(cell.text()).isPresent();
      ledger.enter(cell, unit ? CellClass.UNIT : CellClass.TITLE, null);
    } else if (cell.row() < frame.firstRow()) {
      ledger.enter(cell, CellClass.HEADER, null);
    } else {
      ledger.enter(cell, CellClass.STRAY, "text outside the labels");
      context
          .findings()
          .add(
              TableNotice.UNPLACED_TEXT,
              cell.address(),
              "'" + cell.text() + "' is not below any column label; it is not read",
              "give its column a heading, or remove it from the sheet");
    }
  }

  /** A second column of labels that are known must name the row as the first one does. */
  private void requireSameLabel(GridCell cell) {
    boolean labels = mappedRows.contains(cell.row()) && context.isRowLabel(cell.text());
    String first = context.grid().text(cell.row(), frame.labelColumn());
    if (labels && !LabelText.key(first).equals(LabelText.key(cell.text()))) {
      context
          .findings()
          .add(
              TableNotice.LABEL_COLUMNS_DISAGREE,
              cell.address(),
              "'%s' is printed in the row of '%s', so that it is not known whose figures they are"
                  .formatted(cell.text(), first),
              "put both columns of labels in the same order, or split the sheet into two tables");
    }
  }

  /** A unit that is printed within or below the table must be the table's. */
  private void requireUnit(GridCell cell) {
    UnitText units = new UnitText(context.vocabulary().units());
    UnitDefinition printed =
        UnitText.findPrinted(cell.text()).flatMap(units::findUnit).orElse(null);
    if (printed != null && unit != null && !printed.id().equals(unit.id())) {
      new UnitResolver(units, context.layout().units().decides(), context.findings())
          .reportContradiction(cell.address(), unit, printed);
    }
  }

  /**
   * Whether a number that the layout places outside the table could belong to it: it is beside a
   * row label, or below the heading of a column in a row that has a label of some kind, or in a row
   * of figures within or right below the table that lost its label. A single number in a row
   * without text is a sum that a user added.
   */
  private boolean belongs(GridCell cell) {
    boolean below = figureColumns.contains(cell.column()) && cell.row() > frame.headerTop();
    boolean near = cell.row() <= lastMappedRow + 1;
    if (below && near && isFigureRow(cell.row())) {
      return true;
    }
    if (cell.row() < frame.firstRow()) {
      return false;
    }
    boolean besideLabel = mappedRows.contains(cell.row()) || hasText(cell.row(), Labels.KNOWN);
    return besideLabel
        || (figureColumns.contains(cell.column())
            && cell.column() != frame.labelColumn()
            && hasText(cell.row(), Labels.ANY));
  }

  /** Which texts of a row count as its label. */
  private enum Labels {
    KNOWN,
    ANY
  }

  /** Whether a row has a label, in whichever column: a second table can begin further right. */
  private boolean hasText(int row, Labels labels) {
    for (int column = 0; column < context.grid().columns(); column++) {
      GridCell cell = context.grid().findShown(row, column).orElse(null);
      boolean counts =
          cell != null && isText(cell) && (labels == Labels.ANY || context.isRowLabel(cell.text()));
      if (counts) {
        return true;
      }
    }
    return false;
  }

  private boolean isFigureRow(int row) {
    int numbers = 0;
    for (int column = 0; column < context.grid().columns(); column++) {
      GridCell cell = context.grid().findCell(row, column).orElse(null);
      if (cell != null && isText(cell)) {
        return false;
      }
      numbers += cell != null && figureColumns.contains(column) ? 1 : 0;
    }
    return numbers >= Math.min(2, figureColumns.size());
  }

  private void reportNotPlaced() {
    if (notPlaced.isEmpty()) {
      return;
    }
    String shown =
        notPlaced.stream()
            .limit(PLACES_REPORTED)
            .map(GridCell::address)
            .collect(Collectors.joining(", "));
    context
        .findings()
        .add(
            TableNotice.NUMBERS_NOT_PLACED,
            notPlaced.get(0).address(),
            "%d numbers are beside labels or below headings of the table and are not read: %s%s; the table is not published"
                .formatted(
                    notPlaced.size(), shown, notPlaced.size() > PLACES_REPORTED ? ", …" : ""),
            "give their column a heading and their row a label; put a second table on a sheet of its own");
  }

  private void enterNumber(GridCell cell) {
    CellClass declared = declaredClass(cell);
    if (belongs(cell)) {
      context.ledger().enter(cell, CellClass.BAD, "a number that is not placed");
      notPlaced.add(cell);
    } else if (declared == null) {
      context.ledger().enter(cell, CellClass.BAD, "a number without a label");
      context
          .findings()
          .add(
              TableNotice.UNLABELLED_NUMBER,
              cell.address(),
              String.format("%s has no row or column label", cell.text()),
              "label its row or column, or declare it under 'outside' in conf/layouts/"
                  + context.layout().name()
                  + ".yaml");
    } else {
      context.ledger().enter(cell, declared, "outside the table's frame");
      outside.computeIfAbsent(declared, c -> new ArrayList<>()).add(cell.address());
    }
  }

  /** What the layout declares a number at this place to be; null inside the frame. */
  private CellClass declaredClass(GridCell cell) {
    Layout.Outside rule = context.layout().outside();
    if (cell.row() < frame.firstRow()) {
      return rule.beforeData();
    }
    return cell.row() > lastMappedRow ? rule.afterData() : null;
  }

  private void reportOutside(CellClass cellClass, List<String> places) {
    String shown = String.join(", ", places.subList(0, Math.min(PLACES_REPORTED, places.size())));
    context
        .findings()
        .add(
            TableNotice.OUTSIDE_FRAME,
            places.get(0),
            String.format(
                "%d numbers outside the table are of class %s: %s%s",
                places.size(),
                cellClass.name().toLowerCase(Locale.ROOT),
                shown,
                places.size() > PLACES_REPORTED ? ", …" : ""),
            "nothing to do if they are not part of the printed table; otherwise label their rows or columns");
  }
}
