package org.carbonbook.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.fixtures.LocalSpark;
import org.carbonbook.lake.Lineage;
import org.junit.jupiter.api.Test;

class SmallTablesTest {

  private final SparkSession spark = LocalSpark.session();
  private final List<String> read = new ArrayList<>();
  private final SmallTables tables = new SmallTables(this::read);

  private Dataset<Row> read(String table) {
    read.add(table);
    return table.equals("large")
        ? spark.range(60_000).selectExpr("cast(id as int) as year", "1.0D as value")
        : spark.sql(
            "select * from values ('a', 2010, 1.0D), ('a', 2011, 2.0D), (null, 2010, 3.0D)"
                + " as t(region, year, value)");
  }

  private Row here(String values) {
    return spark.sql("select " + values).first();
  }

  private static Lineage.Source term(String table, Map<String, String> on, String where) {
    return new Lineage.Source(table, "value", on, where, null, null, false, false, null, null);
  }

  private static List<Double> values(Optional<List<Row>> rows) {
    return rows.orElseThrow().stream().map(row -> row.<Double>getAs("value")).toList();
  }

  @Test
  void rowsMatchByEveryColumnAndNullMatchesNull() {
    Lineage.Source term = term("small", Map.of("region", "region", "year", "year"), null);
    assertThat(values(tables.findMatching(here("'a' as region, 2011L as year"), term)))
        .containsExactly(2.0);
    assertThat(values(tables.findMatching(here("cast(null as string) region, 2010 as year"), term)))
        .containsExactly(3.0);
    assertThat(values(tables.findMatching(here("'b' as region, 2010 as year"), term))).isEmpty();
  }

  @Test
  void aListMatchesEachOfItsValues() {
    Lineage.Source term = term("small", Map.of("year", "years"), "region is not null");
    assertThat(values(tables.findMatching(here("array(2010, 2011) as years"), term)))
        .containsExactlyInAnyOrder(1.0, 2.0);
  }

  @Test
  void aTableIsReadOnceForEachCondition() {
    Lineage.Source term = term("small", Map.of("year", "year"), null);
    tables.findMatching(here("2010 as year"), term);
    tables.findMatching(here("2011 as year"), term);
    assertThat(read).containsExactly("small");
    tables.findMatching(here("2011 as year"), term("small", Map.of(), "year = 2011"));
    assertThat(read).containsExactly("small", "small");
  }

  @Test
  void aLargeTableIsLeftToQueries() {
    Lineage.Source term = term("large", Map.of("year", "year"), null);
    assertThat(tables.findMatching(here("2010 as year"), term)).isEmpty();
  }

  @Test
  void rowsAreOrderedWithNullFirst() {
    List<Row> rows = new ArrayList<>(read("small").collectAsList());
    rows.sort(SmallTables.by(List.of("region", "year")));
    assertThat(rows.stream().map(row -> row.<Double>getAs("value"))).containsExactly(3.0, 1.0, 2.0);
  }
}
