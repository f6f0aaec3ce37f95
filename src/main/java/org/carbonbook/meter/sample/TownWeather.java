package org.carbonbook.meter.sample;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Made-up weather of a town of the zone 夏热冬冷: a season, correlated days, and a daily course. It is
 * stated four times a day, as stations in China do.
 */
final class TownWeather {

  private static final int[] HOURS = {2, 8, 14, 20};
  private static final double MEAN_C = 17.2;
  private static final double SEASON_C = 11.8;
  private static final double DAY_C = 3.5;
  private static final int COLDEST_DAY = 20;
  private static final int WARMEST_HOUR = 15;

  private final Map<LocalDate, Double> means = new TreeMap<>();

  TownWeather(LocalDate from, LocalDate to, Random random) {
    double change = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      change = 0.7 * change + 1.9 * random.nextGaussian();
      double season = StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - COLDEST_DAY) / 365.0);
      means.put(day, MEAN_C - SEASON_C * season + change);
    }
  }

  /** Degrees Celsius of an hour of a day. */
  double celsius(LocalDate day, int hour) {
    double course = StrictMath.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24.0);
    return means.get(day) + DAY_C * course;
  }

  void write(Writer file, String region) throws IOException {
    file.write("region,timestamp,celsius\n");
    for (LocalDate day : means.keySet()) {
      for (int hour : HOURS) {
        file.write(
            String.format(
                Locale.ROOT, "%s,%s %02d:00,%.1f\n", region, day, hour, celsius(day, hour)));
      }
    }
  }
}
