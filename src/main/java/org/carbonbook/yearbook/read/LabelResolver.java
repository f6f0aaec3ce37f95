package org.carbonbook.yearbook.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelMapping;

/** Gives labels their meaning by a crosswalk, or as years. */
final class LabelResolver {

  private static final int SUGGESTIONS = 3;

  private final String scope;
  private final SheetFindings findings;

  /**
   * A resolver for one table.
   *
   * @param scope the table's name, by which crosswalk lines can be limited to it
   */
  LabelResolver(String scope, SheetFindings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** The label as a year; unmapped when it is none. */
  static MappedLabel year(PrintedLabel label) {
    OptionalInt year = YearText.findYear(label.shown());
    return new MappedLabel(label, null, year.isPresent() ? year.getAsInt() : null, null);
  }

  /**
   * The label's meaning. The Chinese label decides; the English one stands in where there is no
   * Chinese, and is heard as a second opinion where there is.
   */
  MappedLabel mapped(PrintedLabel label, Crosswalk crosswalk) {
    Optional<LabelMapping> english =
        label.en().isBlank() ? Optional.empty() : crosswalk.findByEnglish(label.en(), scope);
    if (label.zh().isBlank()) {
      return new MappedLabel(label, english.orElse(null), null, null);
    }
    Optional<LabelMapping> chinese = crosswalk.findByChinese(label.zh(), scope);
    if (chinese.isPresent() && english.isPresent()) {
      compare(label, chinese.get(), english.get());
    }
    return new MappedLabel(label, chinese.orElse(null), null, null);
  }

  private void compare(PrintedLabel label, LabelMapping chinese, LabelMapping english) {
    if (!chinese.key().equals(english.key())) {
      findings.add(
          TableNotice.LABELS_DISAGREE,
          label.cell(),
          String.format(
              "'%s' means %s, '%s' means %s",
              label.zh(), chinese.described(), label.en(), english.described()),
          "the Chinese label counts; check the printed table");
    }
  }

  /** Tells of a label without meaning: the nearest known ones and the line that would accept it. */
  void tellUnmapped(PrintedLabel label, Crosswalk crosswalk) {
    List<LabelMapping> nearest = crosswalk.listNearest(label.shown(), scope, SUGGESTIONS);
    LabelMapping like =
        crosswalk
            .findByEnglish(label.en(), scope)
            .orElseGet(() -> nearest.isEmpty() ? null : nearest.get(0));
    String known =
        String.join(
            ", ", nearest.stream().map(m -> m.label() + " (" + m.described() + ")").toList());
    String line = like == null ? "" : Crosswalk.acceptingLine(label.shown(), label.en(), like);
    findings.add(
        TableNotice.UNMAPPED_LABEL,
        label.cell(),
        String.format("'%s' has no mapping; the nearest are %s", label.shown(), known),
        String.format("if it means the same, add to %s: %s", crosswalk.fileName(), line));
  }

  /** Tells of a label on a year axis that is no year. */
  void tellNoYear(PrintedLabel label) {
    findings.add(
        TableNotice.UNMAPPED_LABEL,
        label.cell(),
        "'" + label.shown() + "' is no year",
        "print it as 2005 or 2005年, or take the line out of the table");
  }
}
