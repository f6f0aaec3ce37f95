package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Gives a class to every cell of a matrix table that is neither label nor figure. */
final class RemainingCellReader {

  private static final int PLACES_TOLD = 8;

  private final TableContext context;
  private final Frame frame;
  private final Set<Integer> mappedRows;
  private final int lastColumn;
  private final int lastMappedRow;
  private final Map<CellClass, List<String>> outside = new EnumMap<>(CellClass.class);

  /**
   * A reader of what is left.
   *
   * @param mappedRows the rows whose label has a meaning
   * @param lastColumn the last column with a label
   */
  RemainingCellReader(TableContext context, Frame frame, Set<Integer> mappedRows, int lastColumn) {
    this.context = context;
    this.frame = frame;
    this.mappedRows = mappedRows;
    this.lastColumn = lastColumn;
    this.lastMappedRow = mappedRows.stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /** Enters every open cell and tells of what stands outside the frame. */
  void enterLeftovers() {
    for (GridCell cell : context.ledger().listOpenCells()) {
      if (isText(cell)) {
        enterText(cell);
      } else {
        enterNumber(cell);
      }
    }
    outside.forEach(this::tellOutside);
  }

  private static boolean isText(GridCell cell) {
    return cell.number() == null && cell.fault() == null;
  }

  private void enterText(GridCell cell) {
    CellLedger ledger = context.ledger();
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
              "'" + cell.text() + "' stands in no labelled column",
              "check the sheet");
    }
  }

  private void enterNumber(GridCell cell) {
    CellClass declared = declaredClass(cell);
    if (declared == null) {
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
    if (cell.row() > lastMappedRow) {
      return rule.afterData();
    }
    boolean beside = cell.column() > lastColumn && lastColumn >= 0;
    return beside && mappedRows.contains(cell.row()) ? rule.besideData() : null;
  }

  private void tellOutside(CellClass cellClass, List<String> places) {
    String told = String.join(", ", places.subList(0, Math.min(PLACES_TOLD, places.size())));
    context
        .findings()
        .add(
            TableNotice.OUTSIDE_FRAME,
            places.get(0),
            String.format(
                "%d numbers outside the table are of class %s: %s%s",
                places.size(),
                cellClass.name().toLowerCase(Locale.ROOT),
                told,
                places.size() > PLACES_TOLD ? ", …" : ""),
            "nothing to do if they are not part of the printed table");
  }
}
