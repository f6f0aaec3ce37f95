package org.carbonbook.yearbook.read;

import java.io.Serializable;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;

/**
 * One cell that is not blank: what is printed, what it is, and for a figure what it means.
 *
 * @param sheet the sheet's name; for a CSV file its name without the ending
 * @param row the row, counted from 1
 * @param column the column, counted from 1
 * @param cell the place as spreadsheets name it, e.g. {@code F12}
 * @param text what a reader of the sheet sees
 * @param cellClass what the cell is
 * @param cellKind {@code constant} or {@code formula} (its stored result)
 * @param value the figure with its printed digits, null unless {@link CellClass#DATA}
 * @param regionCode the region's GB/T 2260 code
 * @param year the year the figure is about
 * @param indicator what is measured, a code of {@code conf/indicators.csv}
 * @param sector whose figure it is, a code of {@code conf/sectors.csv}, null when none
 * @param item of what, a code of {@code conf/fuels.csv} or {@code conf/items.csv}, null when none
 * @param unit the unit's name in {@code conf/units.csv}
 * @param basis the substance basis, blank when the figure needs none
 * @param canonicalPerUnit how many canonical units one unit is
 * @param canonicalValue the figure in {@code canonicalUnit}
 * @param canonicalUnit the unit that figures of this dimension are counted in
 * @param note the notation key of a {@link CellClass#NOTATION} cell, or how the text was read
 */
public record CellReading(
    String sheet,
    int row,
    int column,
    String cell,
    String text,
    CellClass cellClass,
    String cellKind,
    Double value,
    String regionCode,
    Integer year,
    String indicator,
    String sector,
    String item,
    String unit,
    String basis,
    Double canonicalPerUnit,
    Double canonicalValue,
    String canonicalUnit,
    String note)
    implements Serializable {

  /** A cell that is not a figure. */
  static CellReading plain(String sheet, GridCell cell, CellClass cellClass, String note) {
    return new CellReading(
        sheet,
        cell.row() + 1,
        cell.column() + 1,
        CellAddress.of(cell.row(), cell.column()),
        cell.text(),
        cellClass,
        cell.origin(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        note);
  }

  /** This label with what it means; the figures beside it have unit and value. */
  CellReading meaning(FigureKey key) {
    return new CellReading(
        sheet,
        row,
        column,
        cell,
        text,
        cellClass,
        cellKind,
        null,
        key.regionCode(),
        key.year(),
        blankAsNull(key.indicator()),
        blankAsNull(key.sector()),
        blankAsNull(key.item()),
        null,
        null,
        null,
        null,
        null,
        note);
  }

  private static String blankAsNull(String text) {
    return text.isBlank() ? null : text;
  }
}
