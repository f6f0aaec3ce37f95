package org.carbonbook.yearbook.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.Recognition.Criterion;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Tries every layout on a sheet. */
public final class LayoutRecogniser implements Serializable {

  private static final int TITLE_ROWS = 12;
  private static final int LABEL_ROWS = 400;
  private static final int MIN_EDGE_LABELS = 2;

  private final List<Layout> layouts;

  public LayoutRecogniser(List<Layout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  /** One recognition per layout, in the layouts' order. */
  public List<Recognition> listRecognitions(Grid grid, String fileStem) {
    Set<String> labels = labelKeys(grid);
    return layouts.stream().map(layout -> recognise(layout, grid, fileStem, labels)).toList();
  }

  private static Recognition recognise(
      Layout layout, Grid grid, String fileStem, Set<String> labels) {
    Layout.Recognise rule = layout.recognise();
    List<Criterion> criteria = new ArrayList<>();
    Titled title = titled(grid, rule.title());
    if (rule.title() != null) {
      criteria.add(
          new Criterion(
              title.cell() == null
                  ? "a title like " + rule.title()
                  : "title '" + title.cell().text() + "' at " + title.cell().address(),
              title.cell() != null,
              title.cell() != null));
    }
    Matcher fileName = fileName(rule.fileName(), fileStem);
    if (rule.fileName() != null) {
      criteria.add(new Criterion("a file name like " + rule.fileName(), fileName != null, false));
    }
    if (!rule.labels().isEmpty()) {
      criteria.add(labelCriterion(rule.labels(), labels, title.cell() != null));
    }
    if (layout.frame() != null && layout.frame().headerRow() != null) {
      criteria.addAll(edgeCriteria(layout, grid));
    }
    if (layout.kind() == Layout.Kind.TIDY) {
      criteria.add(fieldCriterion(layout, grid));
    }
    Titled titleEn = titled(grid, rule.titleEn());
    return new Recognition(
        layout, criteria, title.cell(), title.match(), titleEn.cell(), titleEn.match(), fileName);
  }

  private record Titled(GridCell cell, Matcher match) {}

  private static Titled titled(Grid grid, Pattern pattern) {
    if (pattern == null) {
      return new Titled(null, null);
    }
    for (GridCell cell : grid.listCells()) {
      if (cell.row() >= TITLE_ROWS) {
        break;
      }
      Matcher matcher = pattern.matcher(LabelText.compact(cell.text()));
      if (matcher.matches()) {
        return new Titled(cell, matcher);
      }
    }
    return new Titled(null, null);
  }

  private static Matcher fileName(Pattern pattern, String fileStem) {
    if (pattern == null) {
      return null;
    }
    Matcher matcher = pattern.matcher(LabelText.compact(fileStem));
    return matcher.matches() ? matcher : null;
  }

  /** A table that the title names may print one of three labels or more in another way. */
  private static Criterion labelCriterion(
      List<String> required, Set<String> present, boolean titled) {
    List<String> missing =
        required.stream().filter(label -> !present.contains(LabelText.key(label))).toList();
    String what = "the labels " + String.join(", ", missing.isEmpty() ? required : missing);
    int allowed = titled && required.size() >= 3 ? 1 : 0;
    return new Criterion(what, missing.size() <= allowed, missing.size() < required.size());
  }

  /** What a table without title is known by: the labels along its edges and its corner. */
  private static List<Criterion> edgeCriteria(Layout layout, Grid grid) {
    Layout.Recognise rule = layout.recognise();
    int labelColumn = layout.frame().labelColumn() - 1;
    int headerRow = new FrameFinder(grid, layout.frame()).findHeaderRow().orElse(0);
    List<Criterion> criteria = new ArrayList<>();
    if (rule.rowLabels() != null) {
      int found = 0;
      for (int row = headerRow + 1; row < grid.rows(); row++) {
        found += matches(rule.rowLabels(), label(grid, row, labelColumn)) ? 1 : 0;
      }
      String what =
          String.format(
              "row labels like %s in column %s",
              rule.rowLabels(), CellAddress.columnName(labelColumn));
      criteria.add(new Criterion(what, found >= MIN_EDGE_LABELS, found > 0));
    }
    if (rule.columnLabels() != null) {
      int found = 0;
      for (int column = 0; column < grid.columns(); column++) {
        found += matches(rule.columnLabels(), label(grid, headerRow, column)) ? 1 : 0;
      }
      String what = String.format("headings like %s in row %d", rule.columnLabels(), headerRow + 1);
      criteria.add(new Criterion(what, found >= MIN_EDGE_LABELS, found > 0));
    }
    if (rule.corner() != null) {
      String corner = grid.text(headerRow, labelColumn);
      String what =
          String.format(
              "a corner cell %s like '%s'", CellAddress.of(headerRow, labelColumn), rule.corner());
      criteria.add(new Criterion(what, matches(rule.corner(), corner), false));
    }
    return criteria;
  }

  /** A label as stored: a year can be formatted as 1,997. */
  private static String label(Grid grid, int row, int column) {
    Double number = grid.findShown(row, column).map(GridCell::number).orElse(null);
    boolean whole = number != null && number == Math.rint(number) && Math.abs(number) < 10_000;
    return whole ? String.valueOf(number.intValue()) : grid.text(row, column);
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(LabelText.compact(text)).matches();
  }

  private static Criterion fieldCriterion(Layout layout, Grid grid) {
    List<String> required = TidyHeading.REQUIRED;
    boolean found = TidyHeading.find(grid, layout.fields()).isPresent();
    return new Criterion(
        "a heading row with the columns " + String.join(", ", required),
        found,
        TidyHeading.hasTrace(grid, layout.fields()));
  }

  private static Set<String> labelKeys(Grid grid) {
    Set<String> keys = new HashSet<>();
    for (GridCell cell : grid.listCells()) {
      if (cell.row() >= LABEL_ROWS) {
        break;
      }
      if (cell.number() == null) {
        keys.add(LabelText.key(cell.text()));
        keys.add(LabelText.key(LabelText.chinesePart(cell.text())));
      }
    }
    return keys;
  }
}
