package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import org.carbonbook.building.BuildingRules;

/**
 * The load of a building by year, of hours in which all its meters are added up: a peak is what the
 * building drew at one time, not the sum of the peaks of its meters.
 */
final class YearLoads {

  private final int openFrom;
  private final int openTo;
  private final TreeMap<Integer, Sum> years = new TreeMap<>();

  /**
   * The load of a year.
   *
   * @param year the calendar year
   * @param days the days whose hours are all covered; only these count
   * @param hours their hours
   * @param kwh their energy
   * @param peakKw the highest hourly mean
   * @param peakAt the local hour in which it occurred first
   * @param baseKw the mean of the lowest hour of each day
   * @param outOfHoursKwh the energy outside the working hours of workdays
   */
  record Load(
      int year,
      int days,
      int hours,
      double kwh,
      double peakKw,
      LocalDateTime peakAt,
      double baseKw,
      double outOfHoursKwh)
      implements Serializable {}

  private static final class Sum {
    int days;
    int hours;
    double kwh;
    double peak = Double.NEGATIVE_INFINITY;
    LocalDateTime peakAt;
    double base;
    double outside;

    Load load(int year) {
      return new Load(year, days, hours, kwh, peak, peakAt, base / days, outside);
    }
  }

  YearLoads(BuildingRules rules) {
    this.openFrom = rules.count("open_from_h");
    this.openTo = rules.count("open_to_h");
  }

  /** Adds a day; one with an hour that is not known does not count. */
  void add(DayUse day, double[] hours) {
    double min = Double.POSITIVE_INFINITY;
    for (double hour : hours) {
      if (Double.isNaN(hour)) {
        return;
      }
      min = Math.min(min, hour);
    }
    Sum sum = years.computeIfAbsent(day.day().getYear(), none -> new Sum());
    sum.days++;
    sum.hours += hours.length;
    sum.base += min;
    for (int i = 0; i < hours.length; i++) {
      sum.kwh += hours[i];
      if (hours[i] > sum.peak) {
        sum.peak = hours[i];
        sum.peakAt = day.day().atStartOfDay().plusHours(i);
      }
      if (!day.isWorkday() || i < openFrom || i >= openTo) {
        sum.outside += hours[i];
      }
    }
  }

  List<Load> loads() {
    return years.entrySet().stream().map(e -> e.getValue().load(e.getKey())).toList();
  }
}
