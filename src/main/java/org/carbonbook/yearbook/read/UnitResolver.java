package org.carbonbook.yearbook.read;

import java.util.List;
import java.util.Optional;
import org.carbonbook.notice.NearestNames;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Decides which of the units printed over a line counts, by the layout's rule. */
final class UnitResolver {

  private final UnitText units;
  private final Layout.Language decides;
  private final SheetFindings findings;

  UnitResolver(UnitText units, Layout.Language decides, SheetFindings findings) {
    this.units = units;
    this.decides = decides;
    this.findings = findings;
  }

  /**
   * The unit that counts; empty when none is printed or the deciding one is not known.
   *
   * @param cell where to tell of it
   * @param zh the Chinese printing, blank when there is none
   * @param en the English printing, blank when there is none
   * @param bothExpected whether a blank printing is worth a notice
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
      tellUnknown(cell, deciding);
      return unit;
    }
    if (first.isBlank() || second.isBlank()) {
      tellBlank(cell, zh, deciding, bothExpected);
    } else {
      compare(cell, unit.get(), first, second);
    }
    return unit;
  }

  private void tellUnknown(String cell, String printed) {
    List<String> nearest =
        NearestNames.list(printed, units.registry().listPrintings(), 3, LabelText::key);
    findings.add(
        TableNotice.UNKNOWN_UNIT,
        cell,
        String.format(
            "'%s' is no known unit; the nearest are %s", printed, String.join(", ", nearest)),
        "if it is another printing of one of them, add it to that unit's zh or en in"
            + " conf/units.csv; if not, add a line");
  }

  private void tellBlank(String cell, String zh, String deciding, boolean bothExpected) {
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
    if (other.isEmpty() || !other.get().id().equals(unit.id())) {
      findings.add(
          TableNotice.UNIT_DISAGREES,
          cell,
          String.format(
              "'%s' and '%s' are printed for one column; '%s' counts (%s decides)",
              first, second, first, decides == Layout.Language.EN ? "English" : "Chinese"),
          "check the printed table; the layout's units.decides says which counts");
    }
  }
}
