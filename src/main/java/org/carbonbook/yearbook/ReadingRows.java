package org.carbonbook.yearbook;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.read.CellReading;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.TableReading;

/** What was read of a file as rows of {@code raw.cell} and {@code raw.yearbook_table}. */
final class ReadingRows implements Serializable {

  static final String CELL = "raw.cell";
  static final String TABLE = "raw.yearbook_table";

  private static final long serialVersionUID = 1L;

  private final TableRows cells = TableRows.of(CELL);
  private final TableRows tables = TableRows.of(TABLE);

  /** One row per cell that is not blank. */
  List<Row> cells(String sourceHash, FileReading reading) {
    return reading.tables().stream()
        .flatMap(table -> table.cells().stream().map(cell -> cell(sourceHash, table, cell)))
        .toList();
  }

  /** One row per table; one row without a sheet for a file that holds none. */
  List<Row> tables(String sourceHash, FileReading reading) {
    return reading.tables().isEmpty()
        ? List.of(noTable(sourceHash, reading))
        : reading.tables().stream().map(table -> table(sourceHash, table)).toList();
  }

  private Row cell(String sourceHash, TableReading table, CellReading cell) {
    boolean basis = cell.basis() != null && !cell.basis().isEmpty();
    return cells
        .rowOf(cell)
        .set("source_hash", sourceHash)
        .set("class", cell.cellClass().name())
        .set("cell_kind", cell.cellKind())
        .set("basis", basis ? cell.basis() : null)
        .set("status", table.status())
        .set("layout", table.layout())
        .build();
  }

  private Row table(String sourceHash, TableReading table) {
    Map<String, Long> counts = new TreeMap<>();
    table.counts().forEach((cls, count) -> counts.put(cls.name().toLowerCase(Locale.ROOT), count));
    return tables
        .row()
        .set("source_hash", sourceHash)
        .set("sheet", table.sheet())
        .set("layout", table.layout())
        .set("title", table.title())
        .set("region_code", table.regionCode())
        .set("year", table.year())
        .set("status", table.status())
        .set("errors", errors(table.notices()))
        .set("counts", counts)
        .build();
  }

  /** The codes of the errors that a table has, in alphabetical order; null when it has none. */
  private static String errors(List<Notice> notices) {
    String codes =
        notices.stream()
            .filter(notice -> notice.severity() == Severity.ERROR)
            .map(Notice::code)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? null : codes;
  }

  private Row noTable(String sourceHash, FileReading reading) {
    return tables
        .row()
        .set("source_hash", sourceHash)
        .setNull("sheet", "layout", "title", "region_code", "year")
        .set("status", TableReading.FAILED)
        .set("errors", errors(reading.notices()))
        .set("counts", Map.of())
        .build();
  }
}
