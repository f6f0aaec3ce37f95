package org.carbonbook.yearbook.layout;

/**
 * The positions of the parts of a matrix table; rows and columns count from 0.
 *
 * @param labelColumn the column of the deciding row labels
 * @param secondLabelColumn the column of the English row labels, -1 when there is none
 * @param headerTop the first heading row
 * @param firstRow the first row below the heading
 * @param endRow the row after the last one above the notes
 */
public record Frame(
    int labelColumn, int secondLabelColumn, int headerTop, int firstRow, int endRow) {

  public boolean isLabelColumn(int column) {
    return column == labelColumn || column == secondLabelColumn;
  }

  /** The same frame with its rows ending earlier. */
  public Frame endingAt(int row) {
    return new Frame(labelColumn, secondLabelColumn, headerTop, firstRow, row);
  }
}
