package org.carbonbook.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;

class FormulaEvaluatorTest {

  private final FormulaEvaluator formulas = new FormulaEvaluator(LocalSpark.session());

  private static TraceNode term(String name, Object value) {
    return new TraceNode(name, "t", name, value, null, null, List.of(), List.of(), value);
  }

  @Test
  void aFormulaIsWorkedOutAsSparkDoes() {
    String formula = "CASE WHEN id IS NULL THEN published ELSE coalesce(term, 0D) / 3 END";
    assertThat(
            formulas.evaluate(
                formula, List.of(term("id", "a"), term("published", 1.0), term("term", 2.0))))
        .isEqualTo(2.0 / 3);
    assertThat(
            formulas.evaluate(
                formula, List.of(term("id", null), term("published", 1.0), term("term", 2.0))))
        .isEqualTo(1.0);
    assertThat(
            formulas.evaluate(
                formula, List.of(term("id", "b"), term("published", 1.0), term("term", null))))
        .isEqualTo(0.0);
  }

  @Test
  void aBareTermAndAList() {
    assertThat(formulas.evaluate("effect", List.of(term("effect", 4.5)))).isEqualTo(4.5);
    assertThat(
            formulas.evaluate(
                "aggregate(x, 0D, (a, b) -> a + b) / n",
                List.of(term("x", new Object[] {1.0, 2.0, 3.5}), term("n", 2))))
        .isEqualTo(3.25);
    assertThat(formulas.evaluate("nvl(x, 'none')", List.of(term("x", null))).toString())
        .isEqualTo("none");
  }
}
