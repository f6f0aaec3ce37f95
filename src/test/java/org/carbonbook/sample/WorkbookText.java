package org.carbonbook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A file as text, one line per cell where it is a workbook, so that a difference can be read. */
final class WorkbookText {
  private WorkbookText() {}

  static String of(Path file) throws IOException {
    String name = file.toString();
    if (!name.endsWith(".xls") && !name.endsWith(".xlsx")) {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        text.append(sheet.getSheetName()).append(' ').append(sheet.getMergedRegions()).append('\n');
        for (Row row : sheet) {
          for (Cell cell : row) {
            text.append(cell.getAddress()).append(' ').append(cell).append('\n');
          }
        }
      }
    }
    return text.toString();
  }
}
