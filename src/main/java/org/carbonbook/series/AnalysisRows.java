package org.carbonbook.series;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.statistics.series.KernelColumn;

/**
 * The rows that the analysis of a region gives. Each fills one column: a row of one of the {@link
 * Output} tables, or a notice; so one pass over the figures serves all tables and the notices.
 */
final class AnalysisRows {

  static final String NOTICE = "notice";

  /** The tables that the pass writes; each has a column of its own. */
  enum Output {
    POINT("core.series"),
    SUMMARY("core.series_summary"),
    BREAK("core.series_break"),
    STATISTIC("core.series_statistic");

    private final String table;

    Output(String table) {
      this.table = table;
    }

    String table() {
      return table;
    }

    /** The column of its rows. */
    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** A new row of the table. */
    TableRows.RowBuilder row() {
      return ROWS.get(this).row();
    }

    /** A row of the table as a row of the pass. */
    Row of(Row row) {
      return only(column(), row);
    }
  }

  /** The kinds of statistics; each has a column of its own in core.series_statistic. */
  enum Kind {
    TREND,
    GROWTH,
    DECOUPLING,
    ELASTICITY,
    DRIVER_MODEL,
    FORECAST;

    /** The name of the kind in tables, and of its column. */
    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The column of core.series_summary that says whether a series was assessed. */
    String statusColumn() {
      return column() + "_status";
    }

    /**
     * The value of the kind's column; cells without a value are null.
     *
     * @throws IllegalArgumentException when a name is not that of a cell
     */
    Row cells(Map<String, ?> values) {
      TableRows cells = CELLS.get(this);
      TableRows.RowBuilder row = cells.row();
      row.setNull(cells.schema().fieldNames());
      values.forEach(row::set);
      return row.build();
    }

    /** The cells of a kernel's row by name. */
    static Map<String, Object> named(List<KernelColumn> columns, Object[] kernelRow) {
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < kernelRow.length; i++) {
        values.put(columns.get(i).name(), kernelRow[i]);
      }
      return values;
    }
  }

  private static final Map<Output, TableRows> ROWS = new EnumMap<>(Output.class);

  static {
    for (Output output : Output.values()) {
      ROWS.put(output, TableRows.of(output.table()));
    }
  }

  private static final TableRows NOTICES =
      TableRows.of(
          "a notice of a region",
          new StructType()
              .add("code", DataTypes.StringType)
              .add("place", DataTypes.StringType)
              .add("message", DataTypes.StringType)
              .add("remedy", DataTypes.StringType));

  private static final TableRows ALL = TableRows.of("the rows of a region", allColumns());

  /** The values of the column of each kind. */
  private static final Map<Kind, TableRows> CELLS = new EnumMap<>(Kind.class);

  static {
    for (Kind kind : Kind.values()) {
      CELLS.put(kind, ROWS.get(Output.STATISTIC).structOf(kind.column()));
    }
  }

  private AnalysisRows() {}

  private static StructType allColumns() {
    StructType columns = new StructType();
    for (Output output : Output.values()) {
      columns = columns.add(output.column(), ROWS.get(output).schema());
    }
    return columns.add(NOTICE, NOTICES.schema());
  }

  static StructType schema() {
    return ALL.schema();
  }

  private static Row only(String column, Row row) {
    TableRows.RowBuilder all = ALL.row();
    all.setNull(ALL.schema().fieldNames());
    return all.set(column, row).build();
  }

  static Row ofNotice(Notice notice) {
    return only(
        NOTICE,
        NOTICES
            .row()
            .set("code", notice.code())
            .set("place", notice.place())
            .set("message", notice.message())
            .set("remedy", notice.remedy())
            .build());
  }
}
