package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;

/** The distributed pass gives the same rows whatever the order and the partitions. */
class RegionGroupsTest {

  private static final StructType SCHEMA = schema();

  private static StructType schema() {
    StructType schema = new StructType();
    for (String column : Observation.COLUMNS) {
      schema =
          schema.add(
              column,
              switch (column) {
                case "year", "edition_rank" -> DataTypes.IntegerType;
                case "canonical_value" -> DataTypes.DoubleType;
                default -> DataTypes.StringType;
              });
    }
    return schema;
  }

  private static List<Row> figures() {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(7);
    for (String region : List.of("421200", "420100", "420000")) {
      double level = 100;
      for (int year = 2000; year <= 2014; year++) {
        level *= 1 + 0.1 * random.nextDouble();
        rows.add(row(region, "gdp", null, null, "current", year, level));
        rows.add(
            row(
                region,
                "gdp_index",
                null,
                null,
                "prev_year=100",
                year,
                100 + 10 * random.nextDouble()));
        rows.add(row(region, "population", null, null, null, year, 50 + random.nextDouble()));
        rows.add(
            row(
                region,
                "value_added",
                "secondary_industry",
                null,
                "current",
                year,
                level * (0.4 + 0.1 * random.nextDouble())));
        rows.add(
            row(
                region,
                "emission_co2",
                null,
                null,
                "tCO2",
                year,
                level * (1 + random.nextDouble())));
        rows.add(
            row(
                region,
                "emission_co2",
                "ferrous_smelting",
                null,
                "tCO2",
                year,
                level * random.nextDouble()));
      }
    }
    return rows;
  }

  private static Row row(
      String region,
      String indicator,
      String sector,
      String item,
      String basis,
      int year,
      double value) {
    String id = "%s-%s-%s-%d".formatted(region, indicator, sector, year);
    return RowFactory.create(
        region,
        indicator,
        sector,
        item,
        basis,
        "Yearbook 2015",
        1,
        "printed",
        year,
        value,
        "u",
        id);
  }

  private static List<String> analyse(List<Row> figures, int partitions) {
    SparkSession spark = LocalSpark.session().newSession();
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
    spark.conf().set("spark.sql.adaptive.enabled", false);
    Dataset<Row> rows = spark.createDataFrame(figures, SCHEMA);
    return RegionGroups.analyse(rows, Figures.RULES).toJSON().collectAsList().stream()
        .sorted()
        .toList();
  }

  @Test
  void theSameRowsForAnyOrderAndAnyPartitions() {
    List<Row> figures = figures();
    List<String> once = analyse(figures, 1);
    assertThat(once).hasSizeGreaterThan(500);
    List<Row> shuffled = new ArrayList<>(figures);
    Collections.shuffle(shuffled, new Random(11));
    assertThat(analyse(shuffled, 7)).isEqualTo(once);
    assertThat(analyse(shuffled, 200)).isEqualTo(once);
    assertThat(once)
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("\"region_code\":\"420000\"")
                    .contains("\"panel\":\"city\"")
                    .contains("\"units\":2"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("\"region_code\":\"100000\"")
                    .contains("\"panel\":\"city\""));
  }
}
