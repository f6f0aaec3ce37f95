package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LMDI-II's weights year by year, as the US Department of Energy prints them; us_lmdi2. */
@Tag("reference")
class UsWeightsVectorsTest {

  private static final String FOLDER = "decomposition/us_lmdi2/";
  private static final String WEIGHT = "weight:";

  @ParameterizedTest
  @ValueSource(strings = {"buses", "freight_total", "freight_trucks"})
  void weightsOfEveryYear(String name) {
    List<Map<String, String>> input = rows(FOLDER + name + "_input.csv");
    List<Map<String, String>> expected = rows(FOLDER + name + "_expected.csv");
    List<String> parts =
        expected.get(0).keySet().stream()
            .filter(c -> c.startsWith(WEIGHT))
            .map(c -> c.substring(WEIGHT.length()))
            .toList();
    for (int t = 1; t < expected.size(); t++) {
      Map<String, String> row = expected.get(t);
      double[] before = energy(input, parts, expected.get(t - 1).get("year"));
      double[] after = energy(input, parts, row.get("year"));
      double[] weights =
          new LmdiTwo().weights(Comparison.ofProducts(1, before, after), Form.MULTIPLICATIVE);
      for (int i = 0; i < weights.length; i++) {
        double printed = number(row, WEIGHT + parts.get(i));
        assertThat(weights[i]).as("%s", row).isCloseTo(printed, within(0.51e-9));
      }
    }
    assertThat(parts).hasSizeGreaterThan(1);
  }

  private static double[] energy(List<Map<String, String>> input, List<String> parts, String year) {
    return parts.stream()
        .mapToDouble(
            part ->
                input.stream()
                    .filter(r -> r.get("year").equals(year) && r.get("subsector").equals(part))
                    .mapToDouble(r -> number(r, "energy_tbtu"))
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }
}
