package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The energy intensity indices of the US Department of Energy (PNNL), chained LMDI-II with 1985 =
 * 1; reference us_lmdi2. Printed to nine digits.
 */
@Tag("reference")
class UsEnergyIndexVectorsTest {

  private static final String FOLDER = "decomposition/us_lmdi2/";
  private static final String BASE = "1985";
  private static final String WHOLE = "whole";

  /** Half of the last printed digit, and some more because inputs are printed to ten digits. */
  private static final double ROUNDING = 0.7e-9;

  private static final Identity FLAT =
      Identity.parse(
          "energy_tbtu = activity as activity * (activity[subsector]/activity) as structure"
              + " * (energy_tbtu[subsector]/activity[subsector]) as intensity over year");

  @Test
  void buses() {
    assertFlat("buses");
  }

  @Test
  void trucks() {
    assertFlat("freight_trucks");
  }

  private static void assertFlat(String name) {
    Map<String, Map<String, Double>> indices =
        indices(
            Decomposition.of(FLAT)
                .input(LocalSpark.table(rows(FOLDER + name + "_input.csv")))
                .method(Method.LMDI2));
    assertIndex(name, indices, "activity", "activity_index");
    assertIndex(name, indices, "structure", "structure_index");
    assertIndex(name, indices, "intensity", "intensity_index");
    assertIndex(name, indices, WHOLE, "actual_energy_index");
    assertThat(rows(FOLDER + name + "_expected.csv"))
        .allSatisfy(r -> assertThat(r).containsEntry("lower_level_structure_index", "1"));
  }

  /** Freight by mode, and highway freight by kind of truck below it. */
  @Test
  void freightInTwoLevels() {
    Identity identity =
        Identity.parse(
            "energy_tbtu = activity as activity * (activity[mode]/activity) as structure"
                + " * (activity[mode,truck]/activity[mode]) as lower"
                + " * (energy_tbtu[mode,truck]/activity[mode,truck]) as intensity over year");
    Map<String, Map<String, Double>> indices =
        indices(
            Decomposition.of(identity)
                .input(freight())
                .method(Method.LMDI2)
                .levels("mode", "truck"));
    assertIndex("freight_total", indices, "activity", "activity_index");
    assertIndex("freight_total", indices, "structure", "structure_index");
    assertIndex("freight_total", indices, "lower", "lower_level_structure_index");
    assertIndex("freight_total", indices, "intensity", "intensity_index");
    assertIndex("freight_total", indices, WHOLE, "actual_energy_index");
  }

  /** Mining: value added to gross output is a step of its own, the mix of outputs another. */
  @Test
  void miningElectricity() {
    List<Map<String, String>> input = rows(FOLDER + "mining_elec_input.csv");
    List<Map<String, String>> parts = new ArrayList<>();
    List<Map<String, String>> totals = new ArrayList<>();
    for (Map<String, String> row : input) {
      if (row.get("subsector").equals("Total")) {
        totals.add(Map.of("year", row.get("year"), "va", row.get("value_added")));
      } else {
        parts.add(row);
      }
    }
    Identity identity =
        Identity.parse(
            "energy_tbtu = va as activity * (gross_output / va) as shift"
                + " * (gross_output[subsector]/gross_output) as mix"
                + " * (energy_tbtu[subsector]/gross_output[subsector]) as intensity over year");
    Map<String, Map<String, Double>> indices =
        indices(
            Decomposition.of(identity)
                .input(LocalSpark.table(parts))
                .input(LocalSpark.table(totals))
                .method(Method.LMDI2));
    assertIndex("mining_elec", indices, "activity", "activity_value_added_index");
    assertIndex("mining_elec", indices, "shift", "structure_go_va_shift");
    assertIndex("mining_elec", indices, "mix", "structure_compositional");
    assertIndex("mining_elec", indices, "intensity", "component_intensity_index");
    Map<String, Double> aggregate = new HashMap<>();
    indices
        .get("intensity")
        .forEach(
            (year, index) ->
                aggregate.put(
                    year, index * indices.get("shift").get(year) * indices.get("mix").get(year)));
    indices.put("aggregate", aggregate);
    assertIndex("mining_elec", indices, "aggregate", "aggregate_intensity_index");
    assertIndex("mining_elec", indices, WHOLE, "product");
  }

  private static Dataset<Row> freight() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : rows(FOLDER + "freight_total_input.csv")) {
      if (!row.get("subsector").equals("Highway")) {
        rows.add(leaf(row, row.get("subsector"), "all"));
      }
    }
    rows(FOLDER + "freight_trucks_input.csv")
        .forEach(row -> rows.add(leaf(row, "Highway", row.get("subsector"))));
    return LocalSpark.table(rows);
  }

  private static Map<String, String> leaf(Map<String, String> row, String mode, String truck) {
    Map<String, String> leaf = new LinkedHashMap<>();
    leaf.put("year", row.get("year"));
    leaf.put("mode", mode);
    leaf.put("truck", truck);
    leaf.put("energy_tbtu", row.get("energy_tbtu"));
    leaf.put("activity", row.get("activity"));
    return leaf;
  }

  /** Cumulated ratios of each factor and of the whole by year, with the base year at one. */
  private static Map<String, Map<String, Double>> indices(Decomposition decomposition) {
    Map<String, Map<String, Double>> indices = new HashMap<>();
    decomposition
        .form(Form.MULTIPLICATIVE)
        .run()
        .effects()
        .orderBy("year_to", "factor_order")
        .collectAsList()
        .forEach(
            r -> {
              double ratio = r.<Double>getAs("value_to") / r.<Double>getAs("value_from");
              cumulate(indices, WHOLE, r, ratio);
              cumulate(indices, r.getAs("factor"), r, r.getAs("effect"));
            });
    indices
        .values()
        .forEach(
            c -> {
              double base = c.get(BASE);
              c.replaceAll((year, value) -> value / base);
            });
    return indices;
  }

  private static void cumulate(
      Map<String, Map<String, Double>> indices, String name, Row row, double ratio) {
    Map<String, Double> chain = indices.computeIfAbsent(name, f -> new HashMap<>());
    double before = chain.computeIfAbsent(row.getAs("year_from"), y -> 1.0);
    chain.put(row.getAs("year_to"), before * ratio);
  }

  private static void assertIndex(
      String name, Map<String, Map<String, Double>> indices, String factor, String column) {
    List<Map<String, String>> expected = rows(FOLDER + name + "_expected.csv");
    for (Map<String, String> row : expected) {
      double printed = number(row, column);
      assertThat(indices.get(factor).get(row.get("year")))
          .as("%s %s %s", name, column, row.get("year"))
          .isCloseTo(printed, within(Math.max(ROUNDING, 1e-9 * printed)));
    }
    assertThat(expected).hasSizeGreaterThan(40);
  }
}
