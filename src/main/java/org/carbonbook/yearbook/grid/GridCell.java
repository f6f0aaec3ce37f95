package org.carbonbook.yearbook.grid;

import java.io.Serializable;

/**
 * One cell that is not blank.
 *
 * @param row the row, counted from 0
 * @param column the column, counted from 0
 * @param text what a reader sees
 * @param number the stored number, null for text, errors, truth values and dates
 * @param formula whether the number is a formula's stored result
 * @param fault why the cell cannot be a figure (an error value, a date), null when it can
 * @param mark the raised footnote mark behind the text, null when there is none
 */
public record GridCell(
    int row, int column, String text, Double number, boolean formula, String fault, String mark)
    implements Serializable {

  /** A cell without a footnote mark. */
  GridCell(int row, int column, String text, Double number, boolean formula, String fault) {
    this(row, column, text, number, formula, fault, null);
  }

  public String origin() {
    return formula ? "formula" : "constant";
  }

  public String address() {
    return CellAddress.of(row, column);
  }
}
