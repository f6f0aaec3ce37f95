package org.carbonbook.export;

/**
 * How CSV files are written: UTF-8, lines end with a line feed, an empty text is {@code ""}.
 *
 * @param mark whether files begin with a byte order mark, which Excel needs to read Chinese
 * @param formulas what happens to a text that a spreadsheet would run
 * @param nothing the text that represents null, without quotes; nothing at all when empty
 */
public record CsvStyle(Mark mark, Formulas formulas, String nothing) {

  /** Whether there is a byte order mark. */
  public enum Mark {
    NONE,
    BYTE_ORDER
  }

  /** What happens to a text that a spreadsheet would take for a formula. */
  public enum Formulas {
    /** It is given an apostrophe, which {@link CsvLines} explains. */
    ESCAPE,
    KEEP
  }

  /** What programs read: every text as it is. */
  static final CsvStyle EXACT = of(Formulas.KEEP);

  /** Without a byte order mark, and nothing for null. */
  public static CsvStyle of(Formulas formulas) {
    return new CsvStyle(Mark.NONE, formulas, "");
  }
}
