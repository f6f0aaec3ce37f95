package org.carbonbook.yearbook.read;

import java.util.Map;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.Recognition;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/**
 * What the readers of one table share.
 *
 * @param grid the sheet
 * @param scope the table's name for crosswalk lines that are limited to it: the file's stem
 * @param recognition the layout that fits, and why
 * @param hints what is stated beside the bytes
 * @param vocabulary the codes
 * @param crosswalks the crosswalks by file name
 * @param ledger the account of the sheet's cells
 * @param findings what is found
 * @param latestYear the last year that a label can name
 */
record TableContext(
    Grid grid,
    String scope,
    Recognition recognition,
    ReadingHints hints,
    Vocabulary vocabulary,
    Map<String, Crosswalk> crosswalks,
    CellLedger ledger,
    SheetFindings findings,
    int latestYear) {

  Layout layout() {
    return recognition.layout();
  }

  /** Whether a text of the label column is a row label of the table, and no note or title. */
  boolean isRowLabel(String text) {
    Layout.Axis axis = layout().rows();
    if (axis.kind() == Layout.AxisKind.YEAR) {
      return YearText.findYear(text).isPresent();
    }
    if (axis.kind() == Layout.AxisKind.REGION) {
      return axis.regions().containsKey(LabelText.compact(text))
          || vocabulary.regions().findCode(text).isPresent();
    }
    String label = new UnitText(vocabulary.units()).split(text).label();
    String chinese = LabelText.chinesePart(label);
    Crosswalk crosswalk = crosswalks.get(axis.crosswalk());
    String shown = chinese.isBlank() ? label : chinese;
    return crosswalk.findByChinese(shown, scope).isPresent()
        || crosswalk.findFault(shown).filter(fault -> fault.label() != null).isPresent();
  }
}
