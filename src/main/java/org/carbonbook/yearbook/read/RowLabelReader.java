package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.FrameFinder;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/**
 * Reads the row labels of a matrix table. An English label that runs on in the row below, with
 * nothing else there, is joined to one label.
 */
final class RowLabelReader {

  private final Grid grid;
  private final Frame frame;
  private final UnitText units;
  private final CellLedger ledger;
  private final FrameFinder notes;
  private final Layout.AxisKind kind;

  RowLabelReader(TableContext context, Frame frame, UnitText units, FrameFinder notes) {
    this.grid = context.grid();
    this.frame = frame;
    this.units = units;
    this.ledger = context.ledger();
    this.notes = notes;
    this.kind = context.layout().rows().kind();
  }

  /** The labelled rows, from top to bottom. */
  List<PrintedLabel> listLabels() {
    List<PrintedLabel> labels = new ArrayList<>();
    for (int row = frame.firstRow(); row < frame.endRow(); row++) {
      String first = own(row, frame.labelColumn());
      String second = own(row, frame.secondLabelColumn());
      boolean note = notes.isNoteAt(row, frame.labelColumn());
      if (note || (first.isBlank() && second.isBlank())) {
        continue;
      }
      enter(row, frame.labelColumn());
      enter(row, frame.secondLabelColumn());
      boolean continues = first.isBlank() && !labels.isEmpty() && hasOnlyLabels(row);
      if (continues) {
        PrintedLabel above = labels.remove(labels.size() - 1);
        labels.add(continued(above, second));
      } else {
        labels.add(label(row, first, second));
      }
    }
    return labels;
  }

  private PrintedLabel label(int row, String first, String second) {
    boolean bilingual = frame.secondLabelColumn() < 0 && LabelText.hasHan(first);
    String chinese = bilingual ? LabelText.chinesePart(first) : first;
    String en = bilingual ? LabelText.englishPart(first) : second;
    UnitText.Split split = units.split(chinese);
    String label = split.unit().isBlank() ? chinese : split.label();
    int column = first.isBlank() ? frame.secondLabelColumn() : frame.labelColumn();
    return new PrintedLabel(
        row,
        CellAddress.of(row, column),
        label.strip(),
        en.strip().replaceAll("\\s+", " "),
        split.unit(),
        "");
  }

  private static PrintedLabel continued(PrintedLabel above, String more) {
    return new PrintedLabel(
        above.index(),
        above.cell(),
        above.zh(),
        (above.en() + " " + more.strip()).replaceAll("\\s+", " "),
        above.unitZh(),
        above.unitEn());
  }

  private boolean hasOnlyLabels(int row) {
    for (int column = 0; column < grid.columns(); column++) {
      if (!frame.isLabelColumn(column) && grid.hasCell(row, column)) {
        return false;
      }
    }
    return true;
  }

  private String own(int row, int column) {
    return column < 0 ? "" : grid.findCell(row, column).map(this::labelOf).orElse("");
  }

  /** A year that is stored as a number is that number, whatever its format shows. */
  private String labelOf(GridCell cell) {
    boolean year =
        kind == Layout.AxisKind.YEAR && cell.number() != null && YearText.isYear(cell.number());
    return year ? String.valueOf(cell.number().intValue()) : cell.text();
  }

  private void enter(int row, int column) {
    if (column >= 0) {
      grid.findCell(row, column).ifPresent(cell -> ledger.enter(cell, CellClass.LABEL, null));
    }
  }
}
