package org.carbonbook.yearbook.read;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridReader;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.Recognition;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/** Reads one sheet whose layout is known. */
final class TableReader implements Serializable {

  private final Vocabulary vocabulary;
  private final Map<String, Crosswalk> crosswalks;
  private final int latestYear;

  TableReader(Vocabulary vocabulary, Map<String, Crosswalk> crosswalks, int latestYear) {
    this.vocabulary = vocabulary;
    this.latestYear = latestYear;
    this.crosswalks = Map.copyOf(crosswalks);
  }

  /** The sheet as read by the layout of the recognition. */
  TableReading read(
      Grid grid,
      String fileName,
      Recognition recognition,
      ReadingHints hints,
      SheetFindings findings) {
    CellLedger ledger = new CellLedger(grid);
    TableContext context =
        new TableContext(
            grid,
            GridReader.stem(fileName),
            recognition,
            hints,
            vocabulary,
            crosswalks,
            ledger,
            findings,
            latestYear);
    TableOrigin table = new TableOrigin(null, null, null);
    List<LabelReading> labels = List.of();
    switch (recognition.layout().kind()) {
      case MATRIX -> {
        MatrixReader reader = new MatrixReader(context);
        table = reader.read();
        labels = reader.listLabels();
      }
      case TIDY -> {
        TidyReader reader = new TidyReader(context);
        reader.read();
        labels = reader.listLabels();
      }
      case IGNORE -> {
        ledger.enterRest(CellClass.IGNORED);
        findings.add(
            TableNotice.IGNORED_TABLE,
            "",
            "'" + recognition.layout().en() + "' is not read",
            "nothing to do; " + recognition.layout().blank());
      }
    }
    reportCut(grid, ledger, findings);
    return new TableReading(
        grid.sheet(),
        recognition.layout().name(),
        recognition.titleCell() == null ? null : recognition.titleCell().text(),
        table.regionCode(),
        table.year(),
        status(recognition.layout(), findings),
        ledger.listReadings(),
        ledger.counts(),
        findings.listNotices(),
        labels,
        recognition.listReasons());
  }

  /** A last row of figures with fewer fields than the one before is what a cut file ends in. */
  private static void reportCut(Grid grid, CellLedger ledger, SheetFindings findings) {
    grid.findCut()
        .filter(first -> ledger.isEntered(first, CellClass.LABEL))
        .ifPresent(
            first ->
                findings.add(
                    TableNotice.RAGGED_ROW,
                    first.address(),
                    "the last row has fewer fields than the one before: the file may be cut off, so the table is not published",
                    "send the file again under the same path, or complete the row with commas"));
    grid.findUnended()
        .filter(last -> ledger.isEntered(last, CellClass.DATA))
        .ifPresent(
            last ->
                findings.add(
                    TableNotice.NO_LINE_END,
                    last.address(),
                    "the file ends within the line of '%s': it can be cut off, and then the figure lacks digits and the table rows"
                        .formatted(last.text()),
                    "compare the figure with the source; end the file with a line break"));
  }

  private static String status(Layout layout, SheetFindings findings) {
    if (layout.kind() == Layout.Kind.IGNORE) {
      return TableReading.IGNORED;
    }
    return findings.isFailed() ? TableReading.FAILED : TableReading.ACCEPTED;
  }

  /** A sheet that no layout reads: its cells with one class, and the findings. */
  static TableReading unread(
      Grid grid, CellClass cellClass, String status, SheetFindings findings, List<String> reasons) {
    CellLedger ledger = new CellLedger(grid);
    ledger.enterRest(cellClass);
    return new TableReading(
        grid.sheet(),
        null,
        null,
        null,
        null,
        status,
        ledger.listReadings(),
        ledger.counts(),
        findings.listNotices(),
        List.of(),
        reasons);
  }
}
