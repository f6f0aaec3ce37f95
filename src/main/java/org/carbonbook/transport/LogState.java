package org.carbonbook.transport;

import java.util.Locale;

/** What became of one value of a log row. */
enum LogState {
  /** Counted as printed, apart from its unit. */
  USED,
  /** Counted, but quantity or time follows from something else than the value itself. */
  ESTIMATED,
  /** Not counted. */
  REJECTED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
