package org.carbonbook.yearbook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives labels their meaning by a crosswalk, or as years. */
final class LabelResolver {

  private static final int SUGGESTIONS = 3;

  private final String scope;
  private final Findings findings;

  /**
   * A resolver for one table.
   *
   * @param scope the table's name, by which crosswalk lines can be limited to it
   */
  LabelResolver(String scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** The label as a year; unmapped when it is none. */
  static AxisEntry year(AxisLabel label) {
    OptionalInt year = YearText.findYear(label.shown());
    return new AxisEntry(label, null, year.isPresent() ? year.getAsInt() : null, null);
  }

  /**
   * The label's meaning. The Chinese label decides; the English one stands in where there is no
   * Chinese, and is heard as a second opinion where there is.
   */
  AxisEntry mapped(AxisLabel label, Crosswalk crosswalk) {
    Optional<Mapping> english =
        label.en().isBlank() ? Optional.empty() : crosswalk.findByEnglish(label.en(), scope);
    if (label.zh().isBlank()) {
      return new AxisEntry(label, english.orElse(null), null, null);
    }
    Optional<Mapping> chinese = crosswalk.findByChinese(label.zh(), scope);
    if (chinese.isPresent() && english.isPresent()) {
      compare(label, chinese.get(), english.get());
    }
    return new AxisEntry(label, chinese.orElse(null), null, null);
  }

  private void compare(AxisLabel label, Mapping chinese, Mapping english) {
    if (!chinese.key().equals(english.key())) {
      findings.add(
          YearbookNotice.LABELS_DISAGREE,
          label.cell(),
          String.format(
              "'%s' means %s, '%s' means %s",
              label.zh(), chinese.described(), label.en(), english.described()),
          "the Chinese label counts; check the printed table");
    }
  }

  /** Tells of a label without meaning: the nearest known ones and the line that would accept it. */
  void tellUnmapped(AxisLabel label, Crosswalk crosswalk) {
    List<Mapping> nearest = crosswalk.listNearest(label.shown(), scope, SUGGESTIONS);
    Mapping like =
        crosswalk
            .findByEnglish(label.en(), scope)
            .orElseGet(() -> nearest.isEmpty() ? null : nearest.get(0));
    String known =
        String.join(
            ", ", nearest.stream().map(m -> m.label() + " (" + m.described() + ")").toList());
    String line = like == null ? "" : Crosswalk.acceptingLine(label.shown(), label.en(), like);
    findings.add(
        YearbookNotice.UNMAPPED_LABEL,
        label.cell(),
        String.format("'%s' has no mapping; the nearest are %s", label.shown(), known),
        String.format("if it means the same, add to %s: %s", crosswalk.fileName(), line));
  }

  /** Tells of a label on a year axis that is no year. */
  void tellNoYear(AxisLabel label) {
    findings.add(
        YearbookNotice.UNMAPPED_LABEL,
        label.cell(),
        "'" + label.shown() + "' is no year",
        "print it as 2005 or 2005年, or take the line out of the table");
  }
}
