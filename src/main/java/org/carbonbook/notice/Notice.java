package org.carbonbook.notice;

import java.io.Serializable;
import java.util.Objects;

/**
 * One finding about the data: what is wrong, where, and what to do. A failure of the program is an
 * exception, never a notice.
 *
 * @param code what kind of finding this is
 * @param severity the severity of that kind
 * @param place file, sheet and cell, or table and key, e.g. {@code balance.xls!Sheet1!F12}
 * @param message what was found and what follows, with the values
 * @param remedy what the reader can do, with the line to paste if one line fixes it
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

  /** Makes a notice with the severity of its code. */
  public static Notice of(NoticeCode code, String place, String message, String remedy) {
    return new Notice(code.name(), code.severity(), place, message, remedy);
  }

  /** The same finding at another place. */
  public Notice at(String otherPlace) {
    return new Notice(code, severity, otherPlace, message, remedy);
  }
}
