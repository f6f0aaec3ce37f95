package org.carbonbook.industry;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.industry.Stretches.Split;

/** The figures of a series as rows of core.series. */
final class SeriesPoint {

  static final StructType SCHEMA =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("value", DataTypes.DoubleType)
          .add("unit", DataTypes.StringType)
          .add("price_basis", DataTypes.StringType)
          .add("indicator", DataTypes.StringType)
          .add("sector", DataTypes.StringType)
          .add("item", DataTypes.StringType)
          .add("basis", DataTypes.StringType)
          .add("publication", DataTypes.StringType)
          .add("edition", DataTypes.StringType)
          .add("classification", DataTypes.StringType)
          .add("origin", DataTypes.StringType)
          .add("observation_id", DataTypes.StringType)
          .add("source_series", DataTypes.StringType)
          .add("source_year", DataTypes.IntegerType)
          .add("index_series", DataTypes.StringType)
          .add("index_of", DataTypes.StringType)
          .add("link_years", DataTypes.createArrayType(DataTypes.IntegerType))
          .add("link_direction", DataTypes.StringType)
          .add("base_year", DataTypes.IntegerType)
          .add("level", DataTypes.DoubleType)
          .add("parts", DataTypes.createArrayType(DataTypes.StringType));

  private SeriesPoint() {}

  static List<Row> list(RegionSeries series, Stretches stretches) {
    List<Row> rows = new ArrayList<>();
    for (Split split : series.all()) {
      for (YearSeries stretch : split.stretches()) {
        int line = 0;
        for (Figure figure : stretch.figures()) {
          Object[] cells = cells(stretch, figure, stretches);
          rows.add(
              StatisticRow.of(Kind.POINT, series.region(), stretch.name(), null, line++, cells));
        }
      }
    }
    return rows;
  }

  private static Object[] cells(YearSeries series, Figure figure, Stretches stretches) {
    SeriesKey key = series.key();
    Figure.Deflated deflated = figure.deflation();
    return new Object[] {
      figure.year(),
      figure.value(),
      series.unit(),
      series.prices().text(),
      key.indicator(),
      key.sector(),
      key.item(),
      key.basis(),
      key.publication(),
      figure.edition(),
      stretches.findVersion(key, figure.year()),
      figure.origin(),
      figure.observationId(),
      deflated == null ? null : deflated.sourceSeries(),
      deflated == null ? null : deflated.sourceYear(),
      deflated == null ? null : deflated.indexSeries(),
      deflated == null ? null : deflated.indexOf(),
      deflated == null ? null : deflated.linkYears().toArray(),
      deflated == null ? null : deflated.linkDirection(),
      deflated == null ? null : series.prices().baseYear(),
      deflated == null ? null : deflated.level(),
      figure.parts() == null ? null : figure.parts().toArray()
    };
  }
}
