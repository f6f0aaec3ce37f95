package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The simple example of the R package LMDIR (Heun and Brockway), reference v01. */
@Tag("reference")
class LmdirVectorsTest {

  private static final Identity IDENTITY =
      Identity.parse(
          "v = f1[category] as \"factor 1\" * f2[category] as \"factor 2\""
              + " * f3[category] as \"factor 3\" by country over year");

  private final List<Map<String, String>> expected =
      rows("decomposition/v01_lmdir_simple_expected.csv");

  @Test
  void differencesAndRatiosYearByYear() {
    for (Form form : Form.values()) {
      Map<String, Double> effects =
          EffectMap.of(Decomposition.of(IDENTITY).input(input()).form(form).run());
      for (Map<String, String> row : expected) {
        boolean wanted = row.get("quantity").equals(form == Form.ADDITIVE ? "dV" : "D");
        if (wanted && !row.get("year").equals("1971")) {
          int year = Integer.parseInt(row.get("year"));
          double value = effects.get((year - 1) + "-" + year + " " + row.get("factor"));
          assertPrinted(value, row);
        }
      }
    }
  }

  @Test
  void termsOfEachCategory() {
    List<Row> cells =
        Decomposition.of(IDENTITY).input(input()).runDetail().effects().collectAsList();
    int seen = 0;
    for (Map<String, String> row : expected) {
      if (row.get("quantity").equals("Z")) {
        double value =
            cells.stream()
                .filter(c -> c.getAs("year_to").equals(row.get("year")))
                .filter(c -> c.getAs("factor").equals(row.get("factor")))
                .filter(c -> c.getAs("category").equals(row.get("category")))
                .findFirst()
                .orElseThrow()
                .getAs("effect");
        assertPrinted(value, row);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(18);
  }

  @Test
  void aggregateChangesAndTheirChains() {
    List<Row> wide =
        Decomposition.of(IDENTITY)
            .input(input())
            .run()
            .computed()
            .orderBy("year_to")
            .collectAsList();
    double first = wide.get(0).getAs("value_from");
    for (Row pair : wide) {
      double from = pair.getAs("value_from");
      double to = pair.getAs("value_to");
      String year = pair.getAs("year_to");
      assertPrinted(to - from, expected("dV_agg", year));
      assertPrinted(to / from, expected("D_agg", year));
      assertPrinted(to - first, expected("dV_agg_cum", year));
      assertPrinted(to / first, expected("D_agg_cum", year));
    }
  }

  /** LMDIR gives the first year of a chain as unchanged: the year compared with itself. */
  @Test
  void theFirstYearIsUnchanged() {
    for (Form form : Form.values()) {
      DecompositionResult result =
          Decomposition.of(IDENTITY)
              .input(input())
              .form(form)
              .pairs(TimePairs.listed("1971:1971"))
              .run();
      Row pair = result.computed().first();
      double from = pair.getAs("value_from");
      double to = pair.getAs("value_to");
      boolean additive = form == Form.ADDITIVE;
      double change = additive ? to - from : to / from;
      assertPrinted(change, expected(additive ? "dV_agg" : "D_agg", "1971"));
      assertPrinted(change, expected(additive ? "dV_agg_cum" : "D_agg_cum", "1971"));
      Map<String, Double> effects = EffectMap.of(result);
      expected.stream()
          .filter(r -> r.get("year").equals("1971") && !r.get("factor").isEmpty())
          .filter(r -> r.get("quantity").equals(additive ? "dV" : "D"))
          .forEach(r -> assertPrinted(effects.get("1971-1971 " + r.get("factor")), r));
      assertThat(effects).hasSize(3);
    }
  }

  private Map<String, String> expected(String quantity, String year) {
    return expected.stream()
        .filter(r -> r.get("quantity").equals(quantity) && r.get("year").equals(year))
        .findFirst()
        .orElseThrow();
  }

  private static void assertPrinted(double value, Map<String, String> row) {
    double printed = number(row, "expected");
    assertThat(value)
        .as(row.toString())
        .isCloseTo(printed, within(1e-9 * Math.max(1, Math.abs(printed))));
  }

  private static Dataset<Row> input() {
    Map<String, Map<String, String>> wide = new LinkedHashMap<>();
    for (Map<String, String> row : rows("decomposition/v01_lmdir_simple_input.csv")) {
      Map<String, String> target =
          wide.computeIfAbsent(row.get("year") + row.get("category"), k -> new LinkedHashMap<>());
      target.put("country", row.get("country"));
      target.put("year", row.get("year"));
      target.put("category", row.get("category"));
      target.put(row.get("factor").replace("factor ", "f"), row.get("value"));
    }
    return LocalSpark.table(List.copyOf(wide.values()));
  }
}
