package org.carbonbook.industry;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.decoupling.DecouplingKernel;
import org.carbonbook.statistics.decoupling.ElasticityKernel;
import org.carbonbook.statistics.forecast.ForecastKernel;
import org.carbonbook.statistics.growth.GrowthKernel;
import org.carbonbook.statistics.regression.StirpatKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.spark.GroupedRows;
import org.carbonbook.statistics.trend.TrendKernel;

/**
 * The rows that the analysis of a region gives, of all kinds in one shape: who they are about, and
 * one column to each kind, null in all others. So one pass over the data serves all tables.
 */
final class StatisticRow {

  private static final StructType NOTICE =
      new StructType()
          .add("code", DataTypes.StringType)
          .add("place", DataTypes.StringType)
          .add("message", DataTypes.StringType)
          .add("remedy", DataTypes.StringType);

  /** What a row holds, in the order of its columns. */
  enum Kind {
    POINT,
    TREND,
    GROWTH,
    DECOUPLING,
    ELASTICITY,
    DRIVER_MODEL,
    FORECAST,
    ACCOUNT,
    NOTICE;

    StructType schema() {
      return switch (this) {
        case POINT -> SeriesPoint.SCHEMA;
        case TREND -> typeOf(TrendKernel.COLUMNS);
        case GROWTH -> typeOf(GrowthKernel.COLUMNS);
        case DECOUPLING -> typeOf(DecouplingKernel.COLUMNS);
        case ELASTICITY -> typeOf(ElasticityKernel.COLUMNS);
        case DRIVER_MODEL ->
            typeOf(StirpatKernel.COLUMNS)
                .add("panel", DataTypes.StringType)
                .add("units", DataTypes.IntegerType)
                .add("inputs", DataTypes.StringType);
        case FORECAST -> typeOf(ForecastKernel.COLUMNS).add("fitted_from", DataTypes.IntegerType);
        case ACCOUNT -> AccountRow.SCHEMA;
        case NOTICE -> StatisticRow.NOTICE;
      };
    }

    private static StructType typeOf(List<KernelColumn> columns) {
      StructType type = new StructType();
      for (KernelColumn column : columns) {
        type = type.add(column.name(), GroupedRows.typeOf(column));
      }
      return type;
    }

    /** The name of its column, and of the kind in tables. */
    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The place of one of its cells. */
    int cell(String name) {
      return schema().fieldIndex(name);
    }
  }

  private static final StructType SCHEMA = wholeSchema();

  private StatisticRow() {}

  static StructType schema() {
    return SCHEMA;
  }

  private static StructType wholeSchema() {
    StructType schema =
        new StructType()
            .add("kind", DataTypes.StringType)
            .add("region_code", DataTypes.StringType)
            .add("series", DataTypes.StringType)
            .add("against", DataTypes.StringType)
            .add("line", DataTypes.IntegerType);
    for (Kind kind : Kind.values()) {
      schema = schema.add(kind.column(), kind.schema());
    }
    return schema;
  }

  /**
   * One row.
   *
   * @param against the other series, or the model; null where there is none
   * @param line its place among the rows of the same kind, region, series and other series
   * @param cells the cells of the kind's column, in its order
   */
  static Row of(Kind kind, String region, String series, String against, int line, Object[] cells) {
    Object[] row = new Object[SCHEMA.size()];
    row[0] = kind.column();
    row[1] = region;
    row[2] = series;
    row[3] = against;
    row[4] = line;
    row[SCHEMA.fieldIndex(kind.column())] = RowFactory.create(cells);
    return RowFactory.create(row);
  }

  /** Rows with the lines counted. */
  static List<Row> list(
      Kind kind, String region, String series, String against, List<Object[]> cells) {
    return java.util.stream.IntStream.range(0, cells.size())
        .mapToObj(i -> of(kind, region, series, against, i, cells.get(i)))
        .toList();
  }

  /** A row of a kind with nothing in it yet. */
  static Object[] blank(Kind kind) {
    return new Object[kind.schema().size()];
  }

  /** The cells of a kernel's row with room for more. */
  static Object[] widened(Kind kind, Object[] cells) {
    return Arrays.copyOf(cells, kind.schema().size());
  }
}
