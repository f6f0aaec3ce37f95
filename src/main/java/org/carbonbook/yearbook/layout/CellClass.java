package org.carbonbook.yearbook.layout;

/** What a cell of a table is. Every cell that is not blank has exactly one class. */
public enum CellClass {
  /** A figure that becomes an observation when its table is accepted. */
  DATA,
  /** An empty cell inside the data area: nothing was printed there. */
  BLANK,
  /** Part of the table's title. */
  TITLE,
  /** A column heading. */
  HEADER,
  /** A printed unit. */
  UNIT,
  /** A row label, or a key column of a tidy table. */
  LABEL,
  /** A note above or below the table. */
  NOTE,
  /** A number between heading and first row, added by whoever checked the table. */
  CONTROL,
  /** A number outside the table's frame, or a sheet that is not a table. */
  STRAY,
  /** Declared by its layout as not read. */
  IGNORED,
  /** A sign in place of a figure, such as {@code …}; the reading's note holds the notation key. */
  NOTATION,
  /** Text, an error or a date where a number belongs. */
  BAD
}
