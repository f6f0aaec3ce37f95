package org.carbonbook.yearbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;
import org.carbonbook.yearbook.read.CellReading;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.TableReading;

/** The reading of one file as one row: its cells, tables and notices as arrays of structs. */
final class ReadingRows {

  private ReadingRows() {}

  /** The shape of the rows: {@code cells}, {@code tables}, {@code notices}. */
  static StructType schema() {
    return new StructType()
        .add("cells", rowsOf("raw.cell"))
        .add("tables", rowsOf("raw.yearbook_table"))
        .add("notices", rowsOf("raw.reading_notice"));
  }

  private static ArrayType rowsOf(String table) {
    return DataTypes.createArrayType(TableDefinition.getDefinition(table).schema());
  }

  static Row of(String sourceHash, FileReading reading, String reader) {
    List<Row> cells =
        reading.tables().stream()
            .flatMap(table -> table.cells().stream().map(c -> cell(sourceHash, table, c, reader)))
            .toList();
    List<Row> tables =
        reading.tables().isEmpty()
            ? List.of(noTable(sourceHash, reader))
            : reading.tables().stream().map(table -> table(sourceHash, table, reader)).toList();
    List<Row> notices =
        reading.listNotices().stream().map(n -> notice(sourceHash, n, reader)).toList();
    return RowFactory.create(cells.toArray(), tables.toArray(), notices.toArray());
  }

  private static Row cell(String hash, TableReading table, CellReading cell, String reader) {
    return RowFactory.create(
        hash,
        cell.sheet(),
        cell.row(),
        cell.column(),
        cell.cell(),
        cell.text(),
        cell.cellClass().name(),
        cell.valueOrigin(),
        cell.value(),
        cell.regionCode(),
        cell.year(),
        cell.indicator(),
        cell.sector(),
        cell.item(),
        cell.unit(),
        cell.basis() == null || cell.basis().isEmpty() ? null : cell.basis(),
        cell.canonicalPerUnit(),
        cell.canonicalValue(),
        cell.canonicalUnit(),
        cell.note(),
        table.status(),
        table.layout(),
        reader);
  }

  private static Row table(String hash, TableReading table, String reader) {
    Map<String, Long> counts = new TreeMap<>();
    table.counts().forEach((cls, count) -> counts.put(cls.name().toLowerCase(Locale.ROOT), count));
    return RowFactory.create(
        hash,
        table.sheet(),
        table.layout(),
        table.title(),
        table.regionCode(),
        table.year(),
        table.status(),
        scala.collection.JavaConverters.mapAsScalaMap(counts),
        reader);
  }

  private static Row noTable(String hash, String reader) {
    return RowFactory.create(
        hash,
        null,
        null,
        null,
        null,
        null,
        TableReading.FAILED,
        scala.collection.JavaConverters.mapAsScalaMap(Map.of()),
        reader);
  }

  private static Row notice(String hash, Notice notice, String reader) {
    return RowFactory.create(
        hash,
        notice.code(),
        notice.severity().name(),
        notice.place(),
        notice.message(),
        notice.remedy(),
        reader);
  }
}
