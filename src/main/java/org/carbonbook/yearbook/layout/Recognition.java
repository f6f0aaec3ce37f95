package org.carbonbook.yearbook.layout;

import java.util.List;
import java.util.regex.Matcher;
import org.carbonbook.yearbook.grid.GridCell;

/**
 * Whether a sheet is of a layout, and why.
 *
 * @param layout the layout that was tried
 * @param criteria its criteria, each with the result
 * @param titleCell the cell with the title, null when no title was asked for or found
 * @param title the match of the title, null likewise
 * @param titleEn the match of the English title, null when there is none
 * @param fileName the match of the file name, null when not asked for
 * @param titleEnCell the cell with the English title, null when there is none
 */
public record Recognition(
    Layout layout,
    List<Criterion> criteria,
    GridCell titleCell,
    Matcher title,
    GridCell titleEnCell,
    Matcher titleEn,
    Matcher fileName) {

  /**
   * One criterion of a layout.
   *
   * @param what in words
   * @param holds whether it is there
   * @param trace whether any part of it is there
   */
  public record Criterion(String what, boolean holds, boolean trace) {}

  public boolean fits() {
    return criteria.stream().allMatch(Criterion::holds);
  }

  /** Whether at least one criterion of the layout holds. */
  public boolean hasTrace() {
    return criteria.stream().anyMatch(Criterion::trace);
  }

  public long criteriaMet() {
    return criteria.stream().filter(Criterion::holds).count();
  }

  /** The criteria in words, each with its answer. */
  public List<String> listReasons() {
    return criteria.stream().map(c -> (c.holds() ? "yes: " : "no: ") + c.what()).toList();
  }

  /** What is missing, in words. */
  public String whyNot() {
    return String.join(
        "; ",
        criteria.stream().filter(c -> !c.holds()).map(c -> "not found: " + c.what()).toList());
  }
}
