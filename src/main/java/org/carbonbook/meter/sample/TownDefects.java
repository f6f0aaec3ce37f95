package org.carbonbook.meter.sample;

import java.time.LocalDateTime;

/** The defects of the meters of one building of a made-up town. */
final class TownDefects {

  private static final String ERROR_CODE = "4294967.295";

  private TownDefects() {}

  /**
   * Spoils a main meter, and lets one behind it count too much for a month.
   *
   * @param main readings by the hour
   * @param behind readings of a meter behind it
   */
  static void spoil(TownMeter main, TownMeter behind) {
    behind.scale(LocalDateTime.of(2023, 6, 1, 0, 0), LocalDateTime.of(2023, 7, 1, 0, 0), 1.6);
    main.scale(LocalDateTime.of(2023, 8, 14, 0, 0), LocalDateTime.of(2023, 8, 19, 0, 0), 0.35);
    main.stick(2_900, 40);
    main.print(4_700, ERROR_CODE, "");
    main.print(9_100, "-12.5", "");
    main.print(9_400, "98765.4", "");
    for (int hour = 12_000; hour < 12_030; hour++) {
      main.print(hour, null, "E");
    }
    main.drop(15_000, 60);
    main.drop(6_200, 36);
  }
}
