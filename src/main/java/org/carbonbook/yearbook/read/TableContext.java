package org.carbonbook.yearbook.read;

import java.util.Map;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.Recognition;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
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
 */
record TableContext(
    Grid grid,
    String scope,
    Recognition recognition,
    ReadingHints hints,
    Vocabulary vocabulary,
    Map<String, Crosswalk> crosswalks,
    CellLedger ledger,
    SheetFindings findings) {

  Layout layout() {
    return recognition.layout();
  }
}
