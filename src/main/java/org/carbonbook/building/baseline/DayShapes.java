package org.carbonbook.building.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The mean shape of a day by year and type of day: each hour over the day's mean. */
final class DayShapes {

  static final int HOURS = 24;

  private final Map<String, Shape> shapes = new TreeMap<>();

  private static final class Shape {
    final int year;
    final String dayType;
    final double[] sum = new double[HOURS];
    int days;

    Shape(int year, String dayType) {
      this.year = year;
      this.dayType = dayType;
    }
  }

  /** Adds a day of 24 hours that are all covered and not all zero; others have no shape. */
  void add(LocalDate day, double[] hours) {
    double total = 0;
    for (double hour : hours) {
      total += hour;
    }
    if (hours.length != HOURS || Double.isNaN(total) || total <= 0) {
      return;
    }
    String type = day.getDayOfWeek().getValue() > 5 ? "rest" : "workday";
    Shape shape =
        shapes.computeIfAbsent(day.getYear() + type, none -> new Shape(day.getYear(), type));
    for (int hour = 0; hour < HOURS; hour++) {
      shape.sum[hour] += hours[hour] / (total / HOURS);
    }
    shape.days++;
  }

  /** Rows of year, type of day, number of days and profile. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Shape shape : shapes.values()) {
      Double[] profile = new Double[HOURS];
      for (int hour = 0; hour < HOURS; hour++) {
        profile[hour] = shape.sum[hour] / shape.days;
      }
      rows.add(RowFactory.create(shape.year, shape.dayType, shape.days, profile));
    }
    return rows;
  }
}
