package org.carbonbook.yearbook.read;

import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** The unit of a whole table, printed above its heading: {@code 单位：万吨标准煤}. */
final class TableUnitReader {

  private final TableContext context;
  private final int firstRow;

  TableUnitReader(TableContext context, int firstRow) {
    this.context = context;
    this.firstRow = firstRow;
  }

  /** The unit that counts; null, when none is printed or it is not known. */
  UnitDefinition unit() {
    UnitText units = new UnitText(context.vocabulary().units());
    String zh = "";
    String en = "";
    String place = "";
    for (GridCell cell : context.grid().listCells()) {
      if (cell.row() >= firstRow) {
        break;
      }
      String printed = UnitText.findPrinted(cell.text()).orElse("");
      boolean counts = units.findUnit(printed).isPresent() || isNamed(cell, printed);
      if (!counts || context.ledger().isEntered(cell)) {
        continue;
      }
      context.ledger().enter(cell, CellClass.UNIT, null);
      String before = LabelText.hasHan(printed) ? zh : en;
      requireSame(units, cell, before, printed);
      place = place.isEmpty() ? cell.address() : place;
      if (LabelText.hasHan(printed)) {
        zh = zh.isBlank() ? printed : zh;
      } else {
        en = en.isBlank() ? printed : en;
      }
    }
    UnitResolver decision =
        new UnitResolver(units, context.layout().units().decides(), context.findings());
    return decision.decide(place, zh, en, false).orElse(null);
  }

  /** Two unit lines of one language name one unit. */
  private void requireSame(UnitText units, GridCell cell, String first, String second) {
    UnitDefinition one = units.findUnit(first).orElse(null);
    UnitDefinition other = units.findUnit(second).orElse(null);
    if (one != null && other != null && !one.id().equals(other.id())) {
      new UnitResolver(units, context.layout().units().decides(), context.findings())
          .reportContradiction(cell.address(), one, other);
    }
  }

  /** A line that says it is the unit, whether or not the unit is known. */
  private static boolean isNamed(GridCell cell, String printed) {
    return !printed.isBlank() && LabelText.compact(cell.text()).contains("单位");
  }
}
