package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mean shape of a day by year and type of day: each hour over the day's mean. */
final class DayShapes {

  static final int HOURS = 24;

  private final Map<String, Sum> sums = new TreeMap<>();

  /**
   * A mean shape.
   *
   * @param year the calendar year
   * @param dayType {@code workday} or {@code rest} by the building's calendar
   * @param days the days it is the mean of
   * @param profile the energy of each hour over the day's mean
   */
  record Shape(int year, String dayType, int days, List<Double> profile) implements Serializable {}

  private static final class Sum {
    final int year;
    final String dayType;
    final double[] hours = new double[HOURS];
    int days;

    Sum(int year, String dayType) {
      this.year = year;
      this.dayType = dayType;
    }

    Shape shape() {
      Double[] profile = new Double[HOURS];
      for (int hour = 0; hour < HOURS; hour++) {
        profile[hour] = hours[hour] / days;
      }
      return new Shape(year, dayType, days, List.of(profile));
    }
  }

  /** Adds a day of 24 hours that are all covered and not all zero; others have no shape. */
  void add(DayUse day, double[] hours) {
    double total = 0;
    for (double hour : hours) {
      total += hour;
    }
    if (hours.length != HOURS || Double.isNaN(total) || total <= 0) {
      return;
    }
    int year = day.day().getYear();
    String type = day.isWorkday() ? "workday" : "rest";
    Sum sum = sums.computeIfAbsent(year + type, none -> new Sum(year, type));
    for (int hour = 0; hour < HOURS; hour++) {
      sum.hours[hour] += hours[hour] / (total / HOURS);
    }
    sum.days++;
  }

  List<Shape> shapes() {
    return sums.values().stream().map(Sum::shape).toList();
  }
}
