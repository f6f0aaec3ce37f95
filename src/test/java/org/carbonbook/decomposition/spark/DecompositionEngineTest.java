package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.ExactSum;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;

class DecompositionEngineTest {

  private static final Identity SECTORS =
      Identity.parse(
          "co2 = gdp * (energy[sector] / gdp) * (co2[sector] / energy[sector]) by city over year");
  private static final String HEADER = "city,year,sector,gdp,energy,co2";

  @Test
  void resultsDoNotDependOnPartitionsOrOrder() {
    Dataset<Row> input = LocalSpark.table(HEADER, panel(12, 3));
    List<Row> once = rows(input.repartition(1));
    assertThat(once).hasSize(12 * 2 * 3);
    for (int partitions : new int[] {3, 7}) {
      Dataset<Row> mixed =
          input.orderBy(org.apache.spark.sql.functions.rand(partitions)).repartition(partitions);
      assertThat(rows(mixed)).isEqualTo(once);
    }
  }

  private static List<Row> rows(Dataset<Row> input) {
    return Decomposition.of(SECTORS)
        .input(input)
        .run()
        .effects()
        .orderBy("city", "year_from", "factor_order")
        .collectAsList();
  }

  @Test
  void detailAddsUpToTheGroup() {
    Dataset<Row> input = LocalSpark.table(HEADER, panel(3, 3));
    Decomposition decomposition = Decomposition.of(SECTORS).input(input);
    Map<String, ExactSum> sums = new HashMap<>();
    for (Row row : decomposition.runDetail().effects().collectAsList()) {
      sums.computeIfAbsent(key(row), k -> new ExactSum()).add(row.<Double>getAs("effect"));
    }
    Map<String, Double> summed = new HashMap<>();
    sums.forEach((key, sum) -> summed.put(key, sum.value()));
    Map<String, Double> whole = keyed(decomposition.run().effects());
    assertThat(summed).containsExactlyInAnyOrderEntriesOf(whole);
  }

  private static Map<String, Double> keyed(Dataset<Row> effects) {
    return effects.collectAsList().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                DecompositionEngineTest::key, r -> r.<Double>getAs("effect")));
  }

  private static String key(Row row) {
    return row.getAs("city") + " " + row.getAs("year_to") + " " + row.getAs("factor");
  }

  @Test
  void someBrokenGroupsAmongMany() {
    String[] rows = panel(300, 3);
    rows[9] = rows[9].replaceAll(",[^,]*$", ",");
    rows[27] = rows[27].replaceAll(",[^,]*$", ",viel");
    rows[46] = rows[46].replace(",b,", ",a,");
    DecompositionResult result =
        Decomposition.of(SECTORS).input(LocalSpark.table(HEADER, rows)).run().cached();
    long aside = result.notComputed().count();
    assertThat(aside).isEqualTo(3);
    assertThat(result.computed().count()).isEqualTo(600 - aside);
    assertThat(result.notComputed().select("reason_code").distinct().collectAsList())
        .extracting(r -> r.getString(0))
        .contains("MISSING_VALUE", "NOT_A_NUMBER", "DUPLICATE_ROW");
    assertThat(result.notComputed().first().<String>getAs("inputs")).contains("gdp: ");
  }

  @Test
  void zeroGroupsHaveZeroEffects() {
    Dataset<Row> input =
        LocalSpark.table(
            HEADER, "X,2010,a,0,0,0", "X,2011,a,0,0,0", "Y,2010,a,5,0,0", "Y,2011,a,6,0,0");
    for (Form form : Form.values()) {
      List<Row> effects =
          Decomposition.of(SECTORS).input(input).form(form).run().effects().collectAsList();
      assertThat(effects)
          .hasSize(6)
          .allSatisfy(
              r -> assertThat(r.<Double>getAs("effect")).isEqualTo(form == Form.ADDITIVE ? 0 : 1));
    }
  }

  @Test
  void aNumberOverZeroIsNotComputable() {
    Dataset<Row> input = LocalSpark.table(HEADER, "X,2010,a,5,0,3", "X,2011,a,6,1,3");
    Row aside = Decomposition.of(SECTORS).input(input).run().notComputed().first();
    assertThat(aside.<String>getAs("reason_code")).isEqualTo("DIVISION_BY_ZERO");
    assertThat(aside.<String>getAs("reason"))
        .contains("co2[sector] / energy[sector]")
        .contains("sector=a, 2010");
  }

  @Test
  void anIndexOnBothSidesKeepsResultsApart() {
    Identity identity =
        Identity.parse(
            "co2[sector] = gdp * (energy[sector] / gdp) * (co2[sector] / energy[sector]) over year");
    Dataset<Row> input =
        LocalSpark.table(
            "year,sector,gdp,energy,co2",
            "2010,a,5,2,3",
            "2010,b,5,1,1",
            "2011,a,6,3,4",
            "2011,b,6,1,2");
    List<Row> wide =
        Decomposition.of(identity).input(input).run().computed().orderBy("sector").collectAsList();
    assertThat(wide).hasSize(2);
    assertThat(wide.get(1).<String>getAs("sector")).isEqualTo("b");
    assertThat(wide.get(1).<Double>getAs("value_to")).isEqualTo(2);
  }

  @Test
  void factorsWithoutATimeHoldForAllTimes() {
    Dataset<Row> energy =
        LocalSpark.table("city,year,fuel,energy", "X,2010,coal,5", "X,2011,coal,7", "X,2011,gas,1");
    Dataset<Row> factors = LocalSpark.table("fuel,ef", "coal,2.5", "gas,1.6");
    Identity identity = Identity.parse("co2 = energy[fuel] * ef[fuel] by city over year");
    Row wide = Decomposition.of(identity).input(energy).input(factors).run().computed().first();
    assertThat(wide.<Double>getAs("value_to")).isEqualTo(7 * 2.5 + 1.6);
    assertThat(wide.<Double>getAs("effect_1")).isCloseTo(5 + 1.6, within(1e-14));
    assertThat(wide.<Double>getAs("effect_2")).isZero();
  }

  @Test
  void scenariosAndNumericColumnsAreComparedToo() {
    Dataset<Row> input =
        LocalSpark.session()
            .sql(
                "select * from values ('X', 'low', 1L, 2.0f), ('X', 'high', 3L, 2.0f)"
                    + " as t(city, scenario, a, b)");
    Row row =
        Decomposition.of(Identity.parse("v = a * b"))
            .input(input)
            .by("city")
            .time("scenario")
            .pairs(TimePairs.base("low"))
            .run()
            .computed()
            .first();
    assertThat(row.<String>getAs("year_from")).isEqualTo("low");
    assertThat(row.<Double>getAs("effect_1")).isEqualTo(4);
  }

  @Test
  void theLeftSideOfAProductMayBeATotalOrTheRowsParts() {
    Identity identity = Identity.parse("co2 = act[s] * ef[s] over year");
    String header = "year,s,act,ef,co2";
    for (String[] rows :
        new String[][] {
          {"2010,a,2,3,6", "2010,b,1,6,6", "2011,a,3,3,9", "2011,b,1,7,7"},
          {"2010,a,2,3,12", "2010,b,1,6,12", "2011,a,3,3,16", "2011,b,1,7,16"}
        }) {
      Row wide =
          Decomposition.of(identity).input(LocalSpark.table(header, rows)).run().wide().first();
      assertThat(wide.<String>getAs("reason_code")).isNull();
      assertThat(wide.<Double>getAs("value_to")).isEqualTo(16);
    }
    Dataset<Row> wrong =
        LocalSpark.table(header, "2010,a,2,3,6", "2010,b,1,6,6", "2011,a,3,3,9", "2011,b,1,7,8");
    assertThat(
            Decomposition.of(identity)
                .input(wrong)
                .run()
                .wide()
                .first()
                .<String>getAs("reason_code"))
        .isEqualTo("NOT_CLOSED");
  }

  @Test
  void yearsThatOneInputLacksAreAbsentYears() {
    Dataset<Row> totals = LocalSpark.table("year,gdp", "2009,5", "2010,6", "2011,7", "2012,8");
    Dataset<Row> parts =
        LocalSpark.table("city,year,sector,energy", "X,2010.0,a,1", "X,2012.0,a,2", "Y,2010,a,1");
    Identity identity = Identity.parse("energy = gdp * (energy[sector] / gdp) by city over year");
    List<Row> wide =
        Decomposition.of(identity)
            .input(totals)
            .input(parts)
            .run()
            .wide()
            .orderBy("city")
            .collectAsList();
    assertThat(wide).hasSize(2);
    assertThat(wide.get(0).<String>getAs("note")).isEqualTo("2011 is absent");
    assertThat(wide.get(1).<String>getAs("reason_code")).isEqualTo("NO_PAIR");
  }

  @Test
  void allMethodsInOnePass() {
    List<Variant> variants =
        Arrays.stream(Method.values())
            .map(method -> new Variant(TimePairs.chained(), method, Form.ADDITIVE))
            .toList();
    Dataset<Row> rows =
        Decomposition.of(Identity.parse("v = a * b over year"))
            .input(LocalSpark.table("year,a,b", "2010,10,2", "2011,12,3"))
            .runEach(variants)
            .effects();
    assertThat(rows.count()).isEqualTo(2L * Method.values().length);
    Row range = rows.filter("factor = 'a'").selectExpr("min(effect)", "max(effect)").first();
    assertThat(range.getDouble(0)).isEqualTo(4);
    assertThat(range.getDouble(1)).isEqualTo(6);
  }

  @Test
  void contradictingSetupsAreRefused() {
    Dataset<Row> input = LocalSpark.table(HEADER, panel(1, 1));
    assertThatThrownBy(() -> Decomposition.of(SECTORS).input(input).by("sector").run())
        .hasMessageContaining("'sector' makes groups");
    assertThatThrownBy(() -> Decomposition.of(SECTORS).input(input).input(input).run())
        .hasMessageContaining("in two inputs");
    assertThatThrownBy(() -> Decomposition.of(SECTORS).input(input).time("yaer").run())
        .hasMessageContaining("nearest: year");
    assertThatThrownBy(() -> Decomposition.of(SECTORS).input(input).levels("fuel").run())
        .hasMessageContaining("must be the identity's indices");
    assertThatThrownBy(
            () ->
                Decomposition.of(SECTORS)
                    .input(input)
                    .method(Method.SHAPLEY)
                    .form(Form.MULTIPLICATIVE)
                    .runDetail())
        .hasMessageContaining("do not split over cells");
  }

  /** Three years of cities with three sectors, numbers from a fixed seed. */
  private static String[] panel(int cities, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, cities * 9)
        .mapToObj(
            i ->
                "c%03d,%d,%s,%d,%s,%s"
                    .formatted(
                        i / 9,
                        2010 + i / 3 % 3,
                        List.of("a", "b", "c").get(i % 3),
                        100 + i / 3,
                        1 + random.nextDouble(),
                        2 + random.nextDouble()))
        .toArray(String[]::new);
  }
}
