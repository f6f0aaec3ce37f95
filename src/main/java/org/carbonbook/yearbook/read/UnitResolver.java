package org.carbonbook.yearbook.read;

import java.util.List;
import java.util.Optional;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Decides which of the units printed over a line counts, by the layout's rule. */
final class UnitResolver {

  private final UnitText units;
  private final Layout.Language decides;
  private final SheetFindings findings;
  private List<String> dimensions = List.of();

  UnitResolver(UnitText units, Layout.Language decides, SheetFindings findings) {
    this.units = units;
    this.decides = decides;
    this.findings = findings;
  }

  /** The same for an item that is measured in these dimensions, where that is known. */
  UnitResolver of(Optional<List<String>> itemDimensions) {
    dimensions = itemDimensions.orElse(List.of());
    return this;
  }

  /**
   * The unit that counts; empty when none is printed or the deciding one is not known.
   *
   * @param cell where to report findings
   * @param zh the Chinese printing, blank when there is none
   * @param en the English printing, blank when there is none
   * @param bothExpected whether a missing printing is reported
   */
  Optional<UnitDefinition> decide(String cell, String zh, String en, boolean bothExpected) {
    String first = decides == Layout.Language.EN ? en : zh;
    String second = decides == Layout.Language.EN ? zh : en;
    if (first.isBlank() && second.isBlank()) {
      return Optional.empty();
    }
    String deciding = first.isBlank() ? second : first;
    Optional<UnitDefinition> unit = units.findUnit(deciding);
    if (unit.isEmpty()) {
      reportUnknown(cell, deciding);
      return unit;
    }
    if (first.isBlank() || second.isBlank()) {
      reportBlank(cell, zh, deciding, bothExpected);
    } else {
      compare(cell, unit.get(), first, second);
    }
    return unit;
  }

  private void reportUnknown(String cell, String printed) {
    List<String> nearest =
        NearestNames.list(printed, units.registry().listPrintings(), 3, LabelText::key);
    findings.add(
        TableNotice.UNKNOWN_UNIT,
        cell,
        String.format(
            "'%s' is not a known unit, so the table is not published; the nearest are %s",
            printed, String.join(", ", nearest)),
        "if it is another printing of one of them, add it to that unit's zh or en in"
            + " conf/units.csv; if not, add a line");
  }

  private void reportBlank(String cell, String zh, String deciding, boolean bothExpected) {
    if (bothExpected) {
      findings.add(
          TableNotice.UNIT_BLANK,
          cell,
          String.format(
              "no %s unit is printed; '%s' counts", zh.isBlank() ? "Chinese" : "English", deciding),
          "check the printed table");
    }
  }

  private void compare(String cell, UnitDefinition unit, String first, String second) {
    Optional<UnitDefinition> other = units.findUnit(second);
    if (other.isPresent() && other.get().id().equals(unit.id())) {
      return;
    }
    if (other.isPresent() && contradicts(unit, other.get())) {
      reportContradiction(cell, unit, other.get());
      return;
    }
    findings.add(
        TableNotice.UNIT_DISAGREES,
        cell,
        String.format(
            "'%s' and '%s' are printed for one column; '%s' counts (%s decides)",
            first, second, first, decides == Layout.Language.EN ? "English" : "Chinese"),
        "check the printed table; the layout's units.decides says which counts");
  }

  /**
   * Two units of one dimension differ by a power of ten or in their basis, and nothing says which
   * is right. Of two dimensions, the item's own is the right one.
   */
  private boolean contradicts(UnitDefinition unit, UnitDefinition other) {
    boolean itemDecides =
        dimensions.contains(unit.dimension()) && !dimensions.contains(other.dimension());
    return !itemDecides;
  }

  /** Reports two printed units of which only one can be right. */
  void reportContradiction(String cell, UnitDefinition unit, UnitDefinition other) {
    boolean same = unit.dimension().equals(other.dimension());
    double ratio = other.factor().doubleValue() / unit.factor().doubleValue();
    findings.add(
        TableNotice.UNITS_CONTRADICT,
        cell,
        "the units %s and %s are both printed%s; the table is not published"
            .formatted(
                unit.id(),
                other.id(),
                same && ratio != 1
                    ? " and differ by a factor of %.4g".formatted(Math.max(ratio, 1 / ratio))
                    : ""),
        "correct the wrong one in the sheet, or split the table where its unit changes");
  }
}
