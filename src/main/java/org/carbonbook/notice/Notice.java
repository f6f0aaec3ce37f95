package org.carbonbook.notice;

import java.io.Serializable;
import java.util.Objects;

/**
 * One finding about the data: where it is, what is wrong and what mends it. A failure of ours is an
 * exception, never a notice.
 *
 * @param code what kind of finding this is
 * @param severity the severity of that kind
 * @param place file, sheet and cell, or table and key, e.g. {@code balance.xls!Sheet1!F12}
 * @param message the particulars, with the values in them
 * @param remedy what the reader can do; a line to paste where one would mend it
 */
public record Notice(String code, Severity severity, String place, String message, String remedy)
    implements Serializable {

  public Notice {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** A notice of a kind that its domain has declared. */
  public static Notice of(NoticeCode code, String place, String message, String remedy) {
    return new Notice(code.name(), code.severity(), place, message, remedy);
  }

  /** The same finding at another place. */
  public Notice at(String otherPlace) {
    return new Notice(code, severity, otherPlace, message, remedy);
  }
}
