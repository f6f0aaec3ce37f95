package org.carbonbook.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One figure in a trace: its place, its value as published, and the figures it follows from.
 *
 * @param name its name where it is used
 * @param place table and key; null for a term that the row does not have
 * @param column its column
 * @param value the value there; null when it is missing
 * @param unit its unit, or null when nothing says it
 * @param formula how it follows from its parts; null for a leaf
 * @param citation what its row says about where it comes from, {@code name: value} each
 * @param parts the figures it follows from
 * @param rebuilt the value computed again from the leaves
 */
record TraceNode(
    String name,
    String place,
    String column,
    Object value,
    String unit,
    String formula,
    List<String> citation,
    List<TraceNode> parts,
    Object rebuilt) {

  private static final int SUM_SCALE = 12;

  /** A term that this row does not have; {@code rebuilt} is what it counts as in the formula. */
  static TraceNode absent(String name, Object rebuilt) {
    return new TraceNode(name, null, null, null, null, null, List.of(), List.of(), rebuilt);
  }

  boolean isAbsent() {
    return place == null;
  }

  boolean isLeaf() {
    return formula == null;
  }

  /** Whether the leaves give the published value, to the last bit. */
  boolean isRebuilt() {
    return value == null ? rebuilt == null : value.equals(rebuilt);
  }

  /** The exact sum of the values as they are, rounded once; null when there are none. */
  static Double roundedSum(List<TraceNode> parts) {
    List<BigDecimal> values =
        parts.stream()
            .filter(part -> part.rebuilt() instanceof Number)
            .map(part -> new BigDecimal(((Number) part.rebuilt()).doubleValue()))
            .toList();
    return values.isEmpty()
        ? null
        : values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }

  /**
   * The exact sum that marts publish: each value is taken to twelve decimals, so that the order
   * does not matter.
   */
  static Double exactSum(List<TraceNode> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (TraceNode part : parts) {
      if (part.rebuilt() instanceof Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        sum = sum.add(exact.setScale(SUM_SCALE, RoundingMode.HALF_UP));
        any = true;
      }
    }
    return any ? sum.doubleValue() : null;
  }
}
