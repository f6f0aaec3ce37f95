package org.carbonbook.meter.sample;

import java.util.List;

/**
 * A made-up building of a town and its use of electricity.
 *
 * @param number its number, which its ids end with
 * @param name its name
 * @param use its use, which decides when it is open
 * @param areaM2 its floor area
 * @param yearBuilt when it was built
 * @param limitCategory the row of the standard that limits it, or empty
 * @param load what it draws
 */
record TownBuilding(
    int number, String name, Use use, int areaM2, int yearBuilt, String limitCategory, Load load) {

  /**
   * What a building draws.
   *
   * @param baseWm2 always, in W per m2
   * @param openWm2 lights and devices while it is open, in W per m2
   * @param climateWm2C cooling and heating while it is open, in W per m2 for each degree
   */
  record Load(double baseWm2, double openWm2, double climateWm2C) {}

  /** A use with its hours, and the calendar that its buildings follow. */
  enum Use {
    OFFICE("office", "public", 8, 18),
    HOTEL("hotel", "every_day", 6, 23),
    MALL("mall", "every_day", 9, 22),
    HOSPITAL("hospital", "every_day", 7, 21),
    SCHOOL("school", "school", 7, 21);

    private final String code;
    private final String calendar;
    private final int from;
    private final int to;

    Use(String code, String calendar, int from, int to) {
      this.code = code;
      this.calendar = calendar;
      this.from = from;
      this.to = to;
    }

    boolean hasHour(int hour) {
      return hour >= from && hour < to;
    }
  }

  private static final double COOLED_ABOVE_C = 22;
  private static final double HEATED_BELOW_C = 13;
  private static final double STANDBY = 0.12;

  String id() {
    return "XN-B-%02d".formatted(number);
  }

  /** kW that does not depend on the weather. */
  double plainKw(boolean isOpenDay, int hour) {
    return areaM2 / 1000.0 * (load.baseWm2() + share(isOpenDay, hour) * load.openWm2());
  }

  /** kW of cooling and heating. */
  double climateKw(boolean isOpenDay, int hour, double celsius) {
    double degrees = Math.max(0, celsius - COOLED_ABOVE_C) + Math.max(0, HEATED_BELOW_C - celsius);
    return areaM2 / 1000.0 * share(isOpenDay, hour) * load.climateWm2C() * degrees;
  }

  private double share(boolean isOpenDay, int hour) {
    return isOpenDay && use.hasHour(hour) ? 1 : STANDBY;
  }

  /** A row of the registry of buildings. */
  String row(int area, String from, String to) {
    return String.join(
        ",",
        List.of(
            id(),
            name,
            use.code,
            String.valueOf(area),
            from,
            to,
            SampleTown.CITY,
            String.valueOf(yearBuilt),
            use.calendar,
            limitCategory));
  }
}
