package org.carbonbook.yearbook.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The formulas of an .xls file that a program wrote and nothing computed: their stored result is a
 * zero, and they ask to be computed when the file is opened. The library's cells do not tell them
 * from those whose result is zero.
 */
final class UncomputedFormulas implements HSSFListener {

  private final Set<String> places = new HashSet<>();
  private int sheet = -1;
  private int depth;

  private UncomputedFormulas() {}

  static UncomputedFormulas of(byte[] content) throws IOException {
    UncomputedFormulas found = new UncomputedFormulas();
    HSSFRequest request = new HSSFRequest();
    request.addListener(found, BOFRecord.sid);
    request.addListener(found, EOFRecord.sid);
    request.addListener(found, FormulaRecord.sid);
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      new HSSFEventFactory().processWorkbookEvents(request, container);
    }
    return found;
  }

  @Override
  public void processRecord(Record found) {
    if (found instanceof BOFRecord begin) {
      // A chart within a sheet is a part of its own between the sheet's begin and end.
      boolean isSheet = depth == 0 && begin.getType() != BOFRecord.TYPE_WORKBOOK;
      sheet += isSheet ? 1 : 0;
      depth++;
    } else if (found instanceof EOFRecord) {
      depth--;
    } else if (found instanceof FormulaRecord formula
        && formula.isCalcOnLoad()
        && formula.getValue() == 0) {
      places.add(key(sheet, formula.getRow(), formula.getColumn()));
    }
  }

  boolean contains(int sheetIndex, int row, int column) {
    return places.contains(key(sheetIndex, row, column));
  }

  private static String key(int sheetIndex, int row, int column) {
    return sheetIndex + "!" + row + "!" + column;
  }
}
