package org.carbonbook.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.Lineage;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.TableRows;

/**
 * The meaning of tables and their columns, as rows of {@code mart.dictionary}: the same definitions
 * that comments and documents are made of.
 */
public final class Dictionary {

  /** The table's name. */
  public static final String TABLE = "mart.dictionary";

  private static final TableRows ROWS = TableRows.of(TABLE);

  private Dictionary() {}

  /**
   * The rows of one table.
   *
   * @param reads the tables that its rows are made from
   */
  public static List<Row> rows(TableDefinition table, List<String> reads, ColumnUnits units) {
    List<Row> rows = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      Optional<ColumnUnits.Unit> unit = units.find(table, column);
      rows.add(
          ROWS.row()
              .set("mart", table.table())
              .set("column", column.name())
              .set("position", rows.size() + 1)
              .set("type", column.type())
              .set("unit", unit.map(ColumnUnits.Unit::unit).orElse(null))
              .set("basis", unit.map(ColumnUnits.Unit::basis).orElse(null))
              .set("zh", column.zh())
              .set("en", column.en())
              .set("grain", String.join(", ", table.key()))
              .set("mart_zh", table.zh())
              .set("mart_en", table.en())
              .set("method", table.method())
              .set("source", source(table.lineage().get(column.name()), reads))
              .build());
    }
    return rows;
  }

  private static String source(Lineage lineage, List<String> reads) {
    if (lineage == null) {
      return String.join(", ", reads);
    }
    Lineage.Source sum = lineage.sumOf();
    return sum == null
        ? lineage.formula()
        : "sum of %s.%s%s"
            .formatted(
                sum.from(), sum.column(), sum.where() == null ? "" : " where " + sum.where());
  }
}
