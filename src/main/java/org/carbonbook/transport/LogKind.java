package org.carbonbook.transport;

import java.util.Locale;

/** The logs of a vehicle. */
enum LogKind {
  ODOMETER,
  FUEL,
  CHARGING;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
