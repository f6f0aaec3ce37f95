package org.carbonbook.yearbook.read;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.notice.Severity;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.CodeList;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/** Turns cells that should hold figures into readings, and checks unit against indicator. */
final class CellFigureReader {

  private static final String PER_CENT = "%";

  private final Grid grid;
  private final Layout layout;
  private final Vocabulary vocabulary;
  private final SheetFindings findings;
  private final Set<String> checked = new HashSet<>();

  CellFigureReader(Grid grid, Layout layout, Vocabulary vocabulary, SheetFindings findings) {
    this.grid = grid;
    this.layout = layout;
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  /** The reading of a cell: a figure, a notation key, or bad. */
  CellReading read(GridCell cell, FigureKey key) {
    String notation = layout.notation().get(LabelText.compact(cell.text()));
    if (notation != null && cell.number() == null) {
      findings.add(
          TableNotice.NOTATION_KEY,
          cell.address(),
          String.format("'%s' means %s: the cell has no figure", cell.text(), notation),
          "nothing to do; the layout's notation says what signs mean");
      return reading(cell, CellClass.NOTATION, null, key, notation);
    }
    boolean percentage = cell.text().endsWith("%") && cell.fault() == null;
    if (cell.number() != null && !percentage) {
      return reading(cell, CellClass.DATA, PrintedDecimal.of(cell.number()), key, null);
    }
    NumberText parsed = percentage ? percentage(cell, key) : plain(cell);
    if (!parsed.isNumber()) {
      reportBad(cell, parsed.problem());
      return reading(cell, CellClass.BAD, null, key, parsed.problem());
    }
    String note = cell.mark() == null ? noteOf(parsed, cell) : "footnote mark " + cell.mark();
    reportUnusual(cell, parsed.value(), note);
    return reading(cell, CellClass.DATA, parsed.value(), key, note);
  }

  private String noteOf(NumberText parsed, GridCell cell) {
    return parsed.note() == null && cell.number() == null && grid.storesNumbers()
        ? "stored as text"
        : parsed.note();
  }

  private NumberText plain(GridCell cell) {
    if (cell.fault() != null) {
      return new NumberText(null, null, cell.fault());
    }
    NumberText parsed = NumberText.parse(cell.text(), layout.digitGroups());
    return parsed.isNumber() ? parsed : declared(cell.text().strip()).orElse(parsed);
  }

  /**
   * A text that is a number by what the layout declares: a footnote mark behind it, or brackets.
   */
  private Optional<NumberText> declared(String text) {
    if (layout.brackets() == Layout.Brackets.NEGATIVE && text.matches("[(（][^()（）]+[)）]")) {
      NumberText inner =
          NumberText.parse(text.substring(1, text.length() - 1), layout.digitGroups());
      return Optional.of(inner)
          .filter(number -> number.isNumber() && number.value() >= 0)
          .map(number -> new NumberText(-number.value(), "brackets mean minus", null));
    }
    return layout.marks().entrySet().stream()
        .filter(mark -> text.endsWith(mark.getKey()))
        .max(Comparator.comparingInt(mark -> mark.getKey().length()))
        .map(mark -> marked(text, mark))
        .filter(NumberText::isNumber);
  }

  private NumberText marked(String text, Map.Entry<String, String> mark) {
    String number = text.substring(0, text.length() - mark.getKey().length());
    NumberText parsed = NumberText.parse(number, layout.digitGroups());
    return new NumberText(parsed.value(), mark.getValue(), parsed.problem());
  }

  /** A cell that shows 52.3% and stores 0.523 is 52.3 where the unit is per cent, and else bad. */
  private static NumberText percentage(GridCell cell, FigureKey key) {
    if (key.unit() == null || !key.unit().id().equals(PER_CENT)) {
      return new NumberText(null, null, "a percentage, but the unit is not per cent");
    }
    return cell.number() != null
        ? new NumberText(PrintedDecimal.of(100 * cell.number()), "stored as a fraction", null)
        : NumberText.parse(cell.text().substring(0, cell.text().length() - 1));
  }

  private void reportUnusual(GridCell cell, double value, String note) {
    if (note != null && !note.equals(NumberText.GROUPED_DIGITS)) {
      findings.add(
          TableNotice.READ_AS_NUMBER,
          cell.address(),
          String.format(Locale.ROOT, "'%s' (%s) is read as %s", cell.text(), note, value),
          "nothing to do if that is the figure");
    }
  }

  private void reportBad(GridCell cell, String problem) {
    boolean fails = layout.badCell() == Layout.BadCell.FAILS_TABLE;
    Severity severity =
        findings.report(
            TableNotice.BAD_NUMBER,
            cell.address(),
            "'%s' is not a number: %s; the cell is rejected%s"
                .formatted(
                    cell.text(),
                    problem,
                    fails ? ", and the table is not published without it" : ""),
            "correct the cell; or give the sign a meaning under 'notation' in conf/layouts/"
                + layout.name()
                + ".yaml");
    if (fails && severity == Severity.ERROR) {
      findings.fail();
    }
  }

  private CellReading reading(
      GridCell cell, CellClass cellClass, Double value, FigureKey key, String note) {
    UnitDefinition unit = key.unit();
    Double canonical = value == null || unit == null ? null : unit.toCanonical(value);
    return new CellReading(
        grid.sheet(),
        cell.row() + 1,
        cell.column() + 1,
        cell.address(),
        cell.text(),
        cellClass,
        cell.origin(),
        value,
        key.regionCode(),
        key.year(),
        blankAsNull(key.indicator()),
        blankAsNull(key.sector()),
        blankAsNull(key.item()),
        unit == null ? null : unit.id(),
        key.basis(),
        unit == null ? null : unit.factor().doubleValue(),
        canonical,
        unit == null ? null : unit.canonicalUnit(),
        note);
  }

  private static String blankAsNull(String code) {
    return code.isBlank() ? null : code;
  }

  /** Checks that row and column do not state different indicators or bases for one figure. */
  void checkAgreement(String cell, MappedLabel row, MappedLabel column) {
    FigureKey.findContradiction(row, column)
        .filter(contradiction -> checked.add(contradiction))
        .ifPresent(
            contradiction ->
                findings.add(
                    TableNotice.MIXED_BASIS,
                    cell,
                    "row '%s' and column '%s' state different things: %s"
                        .formatted(row.label().shown(), column.label().shown(), contradiction),
                    "keep one of them in the crosswalks of this layout"));
  }

  /** Checks once per kind of figure that the unit suits it and that a needed basis is there. */
  void check(String cell, FigureKey key) {
    if (key.unit() == null || !checked.add(key.kind())) {
      return;
    }
    if (!key.unit().isOn(key.basis())) {
      findings.add(
          TableNotice.MIXED_BASIS,
          cell,
          "the unit %s is on basis %s, but the stated basis is %s"
              .formatted(key.unit().id(), key.unit().basis(), key.basis()),
          "correct the unit or the basis: the two are not the same quantity");
      return;
    }
    CodeList.Code indicator = vocabulary.indicators().findCode(key.indicator()).orElse(null);
    if (indicator == null) {
      return;
    }
    checkDimension(cell, key, indicator);
    List<String> kinds = indicator.list("basis_kind");
    if (!kinds.isEmpty()) {
      checkBasis(cell, key, kinds);
    }
  }

  private void checkDimension(String cell, FigureKey key, CodeList.Code indicator) {
    String dimension = key.unit().dimension();
    List<String> allowed = indicator.list("dimension");
    if (!allowed.isEmpty() && !allowed.contains(dimension)) {
      findings.add(
          TableNotice.WRONG_DIMENSION,
          cell,
          String.format(
              "%s is measured in %s, not in %s (%s)",
              key.indicator(), String.join(" or ", allowed), key.unit().id(), dimension),
          "correct the unit or the indicator");
      return;
    }
    List<String> usual =
        vocabulary.items().findCode(key.item()).map(c -> c.list("dimension")).orElse(List.of());
    boolean likely =
        usual.isEmpty() || usual.contains(dimension) || dimension.equals("coal_equivalent");
    if (allowed.size() > 1 && !likely) {
      findings.add(
          TableNotice.WRONG_DIMENSION,
          cell,
          String.format(
              "%s in %s (%s) is not measured so, but in %s; the table is not published",
              key.item(), key.unit().id(), dimension, String.join(" or ", usual)),
          "correct the printed unit, or add the dimension to the item in conf/fuels.csv");
    }
  }

  private void checkBasis(String cell, FigureKey key, List<String> kinds) {
    if (key.basis().isBlank()) {
      findings.add(
          TableNotice.MISSING_BASIS,
          cell,
          String.format(
              "%s in %s needs a basis: %s",
              key.indicator(), key.unit().id(), String.join(", ", listBases(kinds))),
          "name it in the table's basis column, or in the crosswalk or layout");
      return;
    }
    boolean known =
        vocabulary
            .bases()
            .findCode(key.basis())
            .map(basis -> kinds.contains(basis.attributes().getOrDefault("kind", "")))
            .orElse(false);
    if (!known) {
      findings.add(
          TableNotice.UNKNOWN_BASIS,
          cell,
          String.format(
              "'%s' is not a basis of %s; the known ones are %s",
              key.basis(), key.indicator(), String.join(", ", listBases(kinds))),
          "use one of them, or add a line to conf/bases.csv");
    }
  }

  private Set<String> listBases(List<String> kinds) {
    return vocabulary.bases().listCodes().stream()
        .filter(basis -> kinds.contains(basis.attributes().getOrDefault("kind", "")))
        .map(CodeList.Code::code)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
