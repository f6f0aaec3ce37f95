package org.carbonbook.series;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.statistics.series.KernelColumn;

/**
 * The rows that the analysis of a region gives. Each fills one of three columns: {@code point} (a
 * row of core.series), {@code statistic} (a row of core.series_statistic) or {@code notice}; so one
 * pass over the figures serves both tables and the notices.
 */
final class AnalysisRows {

  static final String POINT = "point";
  static final String STATISTIC = "statistic";
  static final String NOTICE = "notice";

  private static final TableRows POINTS = TableRows.of("core.series");
  private static final TableRows STATISTICS = TableRows.of("core.series_statistic");

  /** The values of the column of each kind. */
  private static final Map<Kind, TableRows> CELLS = new EnumMap<>(Kind.class);

  static {
    for (Kind kind : Kind.values()) {
      CELLS.put(kind, STATISTICS.structOf(kind.column()));
    }
  }

  private static final StructType SCHEMA =
      new StructType()
          .add(POINT, POINTS.schema())
          .add(STATISTIC, STATISTICS.schema())
          .add(
              NOTICE,
              new StructType()
                  .add("code", DataTypes.StringType)
                  .add("place", DataTypes.StringType)
                  .add("message", DataTypes.StringType)
                  .add("remedy", DataTypes.StringType));

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

    /** The value of the kind's column from a kernel's row and from cells that the kernel lacks. */
    Row cells(List<KernelColumn> columns, Object[] kernelRow, Map<String, ?> more) {
      Map<String, Object> values = new HashMap<>(more);
      for (int i = 0; i < kernelRow.length; i++) {
        values.putIfAbsent(columns.get(i).name(), kernelRow[i]);
      }
      return cells(values);
    }

    /** The values of the kind's column from a kernel's rows. */
    List<Row> listCells(List<KernelColumn> columns, List<Object[]> kernelRows) {
      return kernelRows.stream().map(row -> cells(columns, row, Map.of())).toList();
    }
  }

  private AnalysisRows() {}

  static StructType schema() {
    return SCHEMA;
  }

  /** A new row of core.series. */
  static TableRows.RowBuilder point() {
    return POINTS.row();
  }

  static Row ofPoint(Row point) {
    return RowFactory.create(point, null, null);
  }

  /**
   * One statistic.
   *
   * @param against the other series, or the model; blank where there is none
   * @param line its position among the rows of the same kind, region, series and other series
   * @param cells the value of the kind's column
   */
  static Row ofStatistic(
      Kind kind, String region, String series, String against, int line, Row cells) {
    TableRows.RowBuilder row =
        STATISTICS
            .row()
            .set("kind", kind.column())
            .set("region_code", region)
            .set("series", series)
            .set("against", against)
            .set("line", line);
    for (Kind each : Kind.values()) {
      row.set(each.column(), each == kind ? cells : null);
    }
    return RowFactory.create(null, row.build(), null);
  }

  /** Statistics of one kind, with their lines counted. */
  static List<Row> list(Kind kind, String region, String series, String against, List<Row> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> ofStatistic(kind, region, series, against, i, cells.get(i)))
        .toList();
  }

  static Row ofNotice(Notice notice) {
    return RowFactory.create(
        null,
        null,
        RowFactory.create(notice.code(), notice.place(), notice.message(), notice.remedy()));
  }
}
