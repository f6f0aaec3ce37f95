package org.carbonbook.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceNodeTest {

  private static TraceNode leaf(String name, Object value) {
    return new TraceNode(name, "core.t id=1", name, value, "t", null, List.of(), List.of(), value);
  }

  private static String printed(TraceNode root) {
    StringWriter text = new StringWriter();
    new TracePrinter(new PrintWriter(text)).print(root);
    return text.toString();
  }

  @Test
  void sumsAreExactInAnyOrder() {
    List<TraceNode> parts = List.of(leaf("a", 0.1), leaf("b", 0.2), leaf("c", 0.3));
    assertThat(TraceNode.exactSum(parts)).isEqualTo(0.6);
    assertThat(TraceNode.roundedSum(parts)).isEqualTo(0.6);
    assertThat(TraceNode.exactSum(List.of())).isNull();
    assertThat(TraceNode.roundedSum(List.of(leaf("a", null)))).isNull();
  }

  @Test
  void aFigureIsRebuiltOnlyWhenItsLastBitAgrees() {
    TraceNode parts = leaf("part", 0.3);
    TraceNode published =
        new TraceNode("f", "m", "f", 0.1 + 0.2, "t", "part", List.of(), List.of(parts), 0.3);
    assertThat(published.isRebuilt()).isFalse();
    assertThat(printed(published)).contains("which is NOT the published 0.30000000000000004");
    assertThat(printed(parts)).contains("0.3, exactly as published");
  }

  @Test
  void longSumsAreCutAndAbsentTermsAreNotPrinted() {
    List<TraceNode> parts = Collections.nCopies(45, leaf("part", 1.0));
    TraceNode sum =
        new TraceNode("f", "m", "f", 45.0, "t", "sum of t", List.of("source: S"), parts, 45.0);
    assertThat(printed(sum)).contains("and 5 more").contains("· source: S");
    TraceNode without =
        new TraceNode(
            "f", "m", "f", 1.0, "t", "a", List.of(), List.of(TraceNode.absent("gone", null)), 1.0);
    assertThat(printed(without)).doesNotContain("gone");
  }
}
