package org.carbonbook.attribution;

import java.math.BigDecimal;
import java.util.List;

/**
 * The break of one sector and fuel between two years.
 *
 * @param sector sector in the identity
 * @param fuel fuel
 * @param from figures of the first year that cannot be compared
 * @param to figures of the second year that cannot be compared
 * @param reason why, for people
 * @param reasonZh the same in Chinese
 */
record BreakCell(
    String sector,
    String fuel,
    List<VariablePart> from,
    List<VariablePart> to,
    String reason,
    String reasonZh) {

  /** The factor under which breaks are published, and the variable of their figures. */
  static final String FACTOR = "break";

  /** What stands between the reasons of a cell that several rows of a balance make up. */
  static final String BETWEEN_REASONS = "; ";

  static final String FACTOR_ZH = "断点";
  static final String FACTOR_EN = "Break: what cannot be compared";

  BreakCell {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  double valueFrom() {
    return sum(from).doubleValue();
  }

  double valueTo() {
    return sum(to).doubleValue();
  }

  double effect() {
    return sum(to).subtract(sum(from)).doubleValue();
  }

  private static BigDecimal sum(List<VariablePart> parts) {
    return parts.stream()
        .map(p -> BigDecimal.valueOf(p.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
