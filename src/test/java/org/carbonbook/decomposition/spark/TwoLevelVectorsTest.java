package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The two-level example of Ang (2014), in parallel and level by level; reference v09. */
@Tag("reference")
class TwoLevelVectorsTest {

  private static final String TWO_LEVELS =
      "energy = activity as activity * (activity[sector_l1]/activity) as structure_L1"
          + " * (activity[sector_l1,sector_l2]/activity[sector_l1]) as %s"
          + " * (energy[sector_l1,sector_l2]/activity[sector_l1,sector_l2]) as %s over year";

  @Test
  void parallel() {
    assertScheme(
        "parallel(M-P) LMDI-I",
        Decomposition.of(
                Identity.parse(TWO_LEVELS.formatted("structure_L2_within_L1", "intensity")))
            .input(input()));
  }

  @Test
  void finestLevelAlone() {
    assertScheme(
        "single-level finest LMDI-I",
        Decomposition.of(
                Identity.parse(
                    "energy = activity * (activity[sector_l1,sector_l2]/activity) as structure *"
                        + " (energy[sector_l1,sector_l2]/activity[sector_l1,sector_l2])"
                        + " as intensity over year"))
            .input(input()));
  }

  @Test
  void topLevelAlone() {
    Dataset<Row> top =
        input()
            .groupBy("year", "sector_l1")
            .agg(Map.of("energy", "sum", "activity", "sum"))
            .withColumnRenamed("sum(energy)", "energy")
            .withColumnRenamed("sum(activity)", "activity");
    assertScheme(
        "single-level top LMDI-I",
        Decomposition.of(
                Identity.parse(
                    "energy = activity * (activity[sector_l1]/activity) as structure *"
                        + " (energy[sector_l1]/activity[sector_l1]) as intensity over year"))
            .input(top));
  }

  @Test
  void levelByLevel() {
    assertScheme(
        "hierarchical(M-H) output of APERC hierarchical_LMDI",
        Decomposition.of(Identity.parse(TWO_LEVELS.formatted("structure_L2", "intensity_L2")))
            .input(input())
            .levels("sector_l1", "sector_l2"));
  }

  private static void assertScheme(String scheme, Decomposition decomposition) {
    List<Map<String, String>> expected =
        rows("decomposition/v09_ang2014_two_level_computed.csv").stream()
            .filter(r -> r.get("scheme").equals(scheme) && !r.get("factor").equals("total"))
            .toList();
    assertThat(expected).isNotEmpty();
    for (Form form : Form.values()) {
      Map<String, Double> effects = new LinkedHashMap<>();
      EffectMap.of(decomposition.form(form).run())
          .forEach((key, effect) -> effects.put(key.substring("0-1 ".length()), effect));
      for (Map<String, String> row : expected) {
        String value = row.get(form == Form.ADDITIVE ? "additive" : "multiplicative");
        if (!value.isEmpty()) {
          double known = Double.parseDouble(value);
          assertThat(effects.get(row.get("factor")))
              .as(row.get("factor"))
              .isCloseTo(known, within(1e-9 * Math.abs(known)));
        }
      }
    }
  }

  /** The rows of the table that are no effects: the aggregate, and the product of one scheme. */
  @Test
  void theWhole() {
    Row pair =
        Decomposition.of(Identity.parse(TWO_LEVELS.formatted("structure_L2", "intensity_L2")))
            .input(input())
            .levels("sector_l1", "sector_l2")
            .form(Form.MULTIPLICATIVE)
            .run()
            .computed()
            .first();
    double from = pair.getAs("value_from");
    double to = pair.getAs("value_to");
    double product = 1;
    for (int k = 1; k <= 4; k++) {
      product *= pair.<Double>getAs("effect_" + k);
    }
    Map<String, String> aggregate = row("energy");
    assertThat(to - from).isEqualTo(Double.parseDouble(aggregate.get("additive")));
    assertThat(to / from).isEqualTo(Double.parseDouble(aggregate.get("multiplicative")));
    assertThat(product)
        .isCloseTo(Double.parseDouble(row("total").get("multiplicative")), within(1e-12));
  }

  private static Map<String, String> row(String factor) {
    return rows("decomposition/v09_ang2014_two_level_computed.csv").stream()
        .filter(r -> r.get("factor").equals(factor))
        .findFirst()
        .orElseThrow();
  }

  private static Dataset<Row> input() {
    return LocalSpark.table(rows("decomposition/v09_ang2014_two_level_input.csv"));
  }
}
