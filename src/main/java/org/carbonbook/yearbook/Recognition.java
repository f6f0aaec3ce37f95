package org.carbonbook.yearbook;

import java.util.List;
import java.util.regex.Matcher;

/**
 * Whether a sheet is of a layout, and why.
 *
 * @param layout the layout that was tried
 * @param criteria what it asks for, each with the answer
 * @param titleCell the cell with the title, null when no title was asked for or found
 * @param title the match of the title, null likewise
 * @param titleEn the match of the English title, null when there is none
 * @param fileName the match of the file name, null when not asked for
 * @param titleEnCell the cell with the English title, null when there is none
 */
record Recognition(
    Layout layout,
    List<Criterion> criteria,
    GridCell titleCell,
    Matcher title,
    GridCell titleEnCell,
    Matcher titleEn,
    Matcher fileName) {

  /**
   * One thing a layout asks for.
   *
   * @param what in words
   * @param holds whether it is there
   * @param trace whether any part of it is there
   */
  record Criterion(String what, boolean holds, boolean trace) {}

  boolean fits() {
    return criteria.stream().allMatch(Criterion::holds);
  }

  /** Whether anything of the layout is in the sheet. */
  boolean hasTrace() {
    return criteria.stream().anyMatch(Criterion::trace);
  }

  long criteriaMet() {
    return criteria.stream().filter(Criterion::holds).count();
  }

  /** The criteria in words, each with its answer. */
  List<String> listReasons() {
    return criteria.stream().map(c -> (c.holds() ? "yes: " : "no: ") + c.what()).toList();
  }

  /** What is missing, in words. */
  String whyNot() {
    return String.join(
        "; ",
        criteria.stream().filter(c -> !c.holds()).map(c -> "not found: " + c.what()).toList());
  }
}
