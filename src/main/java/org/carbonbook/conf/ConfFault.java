package org.carbonbook.conf;

/**
 * A fault in the form of a configuration file.
 *
 * @param kind what is wrong
 * @param place the file, or file and line as {@code FILE:LINE}
 * @param message the particulars, with the values in them
 */
public record ConfFault(Kind kind, String place, String message) {

  /** What can be wrong with the form of a file. */
  public enum Kind {
    /** The file is missing or cannot be read. */
    UNREADABLE("restore the file"),
    /** The file holds bytes that are not UTF-8. */
    NOT_UTF8("save the file as UTF-8 (iconv -f gb18030 -t utf-8)"),
    /** No line holds the column names. */
    NO_HEADER("add a line with the column names below the comment lines"),
    /** A column name occurs twice. */
    DUPLICATE_COLUMN("rename or remove one of the columns"),
    /** A quotation mark is not closed. */
    BROKEN_QUOTES("close the quotation mark; write \"\" for one inside a quoted cell"),
    /** A line has more or fewer cells than the header. */
    RAGGED_ROW("quote cells that hold a comma"),
    /** The text is not YAML, or names a key twice. */
    NOT_YAML("correct the line, or put quotation marks around texts that contain ': ' or ' #'"),
    /** The file holds no key. */
    EMPTY("write its keys, or restore the file"),
    /** A key that the file may not have. */
    UNKNOWN_KEY("correct or remove the key"),
    /** A value that does not fit its key, or a key that is missing. */
    WRONG_VALUE("correct the value");

    private final String remedy;

    Kind(String remedy) {
      this.remedy = remedy;
    }

    /** What fixes a fault of this kind. */
    public String remedy() {
      return remedy;
    }
  }

  /** Ends the reading with this fault. */
  IllegalArgumentException exception() {
    return new IllegalArgumentException(describe());
  }

  /** The fault in one line: place, particulars, remedy. */
  public String describe() {
    return "%s: %s; %s".formatted(place, message, kind.remedy());
  }
}
