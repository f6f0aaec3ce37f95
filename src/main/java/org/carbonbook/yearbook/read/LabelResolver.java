package org.carbonbook.yearbook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelMapping;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.RegionNames;

/** Gives labels their meaning by a crosswalk, or as years. */
final class LabelResolver {

  private static final int SUGGESTIONS = 3;

  private final String scope;
  private final SheetFindings findings;
  private final Set<String> brokenPlaces = new HashSet<>();

  /**
   * A resolver for one table.
   *
   * @param scope the table's name, by which crosswalk lines can be limited to it
   */
  LabelResolver(String scope, SheetFindings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** The label as a year; unmapped when it is not a year. */
  static MappedLabel year(PrintedLabel label) {
    OptionalInt year = YearText.findYear(label.shown());
    return new MappedLabel(label, null, year.isPresent() ? year.getAsInt() : null, null, null);
  }

  /** The label as a region; unmapped, with a notice, when it is not one. */
  MappedLabel region(PrintedLabel label, Layout.Axis axis, RegionNames regions) {
    String declared = axis.regions().get(LabelText.compact(label.shown()));
    String code = declared == null ? regions.findCode(label.shown()).orElse(null) : declared;
    if (code == null) {
      List<String> nearest =
          NearestNames.list(label.shown(), regions.listNames(), SUGGESTIONS, LabelText::key);
      findings.add(
          TableNotice.UNMAPPED_LABEL,
          label.cell(),
          "'%s' is not a known region, so the table is not published; the nearest are %s"
              .formatted(label.shown(), String.join(", ", nearest)),
          "add it to conf/regions.csv, or to 'regions' of the axis in the layout; declare another"
              + " line under 'ignore'");
    }
    return new MappedLabel(label, null, null, code, null);
  }

  /**
   * The label's meaning. The Chinese label decides. The English label is used where there is no
   * Chinese label, and is otherwise only compared with it.
   */
  MappedLabel mapped(PrintedLabel label, Crosswalk crosswalk) {
    Optional<LabelMapping> english =
        label.en().isBlank() ? Optional.empty() : crosswalk.findByEnglish(label.en(), scope);
    if (label.zh().isBlank()) {
      return MappedLabel.mapped(label, english.orElse(null));
    }
    Optional<LabelMapping> chinese = crosswalk.findByChinese(label.zh(), scope);
    if (chinese.isPresent() && english.isPresent()) {
      compare(label, chinese.get(), english.get());
    }
    return MappedLabel.mapped(label, chinese.orElse(null));
  }

  /** Whether the line of the crosswalk for a label is wrong, with a notice where it is. */
  boolean isBroken(PrintedLabel label, Crosswalk crosswalk) {
    Crosswalk.Fault fault = crosswalk.findFault(label.shown()).orElse(null);
    if (fault != null && brokenPlaces.add(fault.place())) {
      findings.add(
          TableNotice.LABEL_OF_BROKEN_LINE,
          label.cell(),
          "'%s' has no meaning, because %s is wrong: %s; the table is not published"
              .formatted(label.shown(), fault.place(), fault.message()),
          "correct " + fault.place());
    }
    return fault != null;
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

  /**
   * Reports a label without a mapping, with the nearest known labels and the line that would map
   * it.
   */
  void reportUnmapped(PrintedLabel label, Crosswalk crosswalk) {
    List<LabelMapping> nearest = crosswalk.listNearest(label.shown(), scope, SUGGESTIONS);
    LabelMapping like =
        crosswalk
            .findByEnglish(label.en(), scope)
            .or(() -> nearest.stream().findFirst().filter(m -> isSpelling(m.label(), label.zh())))
            .orElse(null);
    String known =
        String.join(
            ", ", nearest.stream().map(m -> m.label() + " (" + m.described() + ")").toList());
    String line = Crosswalk.acceptingLine(label.shown(), label.en(), like);
    findings.add(
        TableNotice.UNMAPPED_LABEL,
        label.cell(),
        String.format(
            "'%s' has no mapping, so the table is not published; the nearest labels are %s",
            label.shown(), known),
        like == null
            ? "if it belongs to the table, add to %s with the codes of what it means: %s"
                .formatted(crosswalk.fileName(), line)
            : "if it means the same, add to %s: %s".formatted(crosswalk.fileName(), line));
  }

  /** Whether two labels differ in one character only, so that one is a spelling of the other. */
  private static boolean isSpelling(String known, String label) {
    String a = LabelText.key(known);
    String b = LabelText.key(label);
    return Math.min(a.length(), b.length()) > 3
        && LevenshteinDistance.getDefaultInstance().apply(a, b) == 1;
  }

  /** Reports a year that no published table can be about yet. */
  void reportLateYear(PrintedLabel label, int latest) {
    findings.add(
        TableNotice.YEAR_TOO_LATE,
        label.cell(),
        "'%s' is later than %d, the latest year that is read; the table is not published"
            .formatted(label.shown(), latest),
        "correct the year, or raise latest_year in conf/reading.yaml");
  }

  /** Reports a label on a year axis that is not a year. */
  void reportNoYear(PrintedLabel label) {
    findings.add(
        TableNotice.UNMAPPED_LABEL,
        label.cell(),
        "'" + label.shown() + "' is not a year",
        "print it as 2005 or 2005年, or remove the line from the table");
  }
}
