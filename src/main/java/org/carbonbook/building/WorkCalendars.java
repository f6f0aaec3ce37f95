package org.carbonbook.building;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.step.Configuration;

/**
 * Which days are workdays, by calendar and region. A calendar defines the weekly days off. It can
 * also follow the public holidays and make-up workdays (调休) of a region, and have breaks of its
 * own. Where several regions on the path of a building define a day, the nearest region applies.
 */
public final class WorkCalendars implements Serializable {

  /** The folder of the configuration. */
  public static final String FOLDER = "calendar";

  /** The calendar of buildings that do not name one. */
  public static final String DEFAULT = "public";

  private static final long serialVersionUID = 1L;
  private static final String CALENDARS = FOLDER + "/calendars.csv";

  private final Map<String, Weekly> calendars = new TreeMap<>();
  private final Map<String, Map<LocalDate, Boolean>> workByRegion = new HashMap<>();
  private final Map<String, Set<LocalDate>> breaks = new HashMap<>();
  private final RegionPaths regions;

  /** The days off of a week, and whether public holidays count. */
  private record Weekly(Set<Integer> daysOff, boolean hasHolidays) implements Serializable {}

  private WorkCalendars(RegionPaths regions) {
    this.regions = regions;
  }

  /** The names of the calendars that are configured. */
  static Set<String> names(Configuration conf) {
    Set<String> names = new TreeSet<>();
    ConfTable.read(conf.resolve(CALENDARS)).rows().forEach(r -> names.add(r.filled("calendar")));
    return names;
  }

  /** Reads the calendars as they are configured. */
  public static WorkCalendars read(Configuration conf, RegionPaths regions) {
    WorkCalendars all = new WorkCalendars(regions);
    for (ConfRow row : ConfTable.read(conf.resolve(CALENDARS)).rows()) {
      Set<Integer> daysOff = new HashSet<>();
      row.list("weekend").forEach(day -> daysOff.add(Integer.valueOf(day)));
      all.calendars.put(
          row.filled("calendar"), new Weekly(daysOff, row.filled("holidays").equals("yes")));
    }
    for (ConfRow row : ConfTable.read(conf.resolve(FOLDER + "/holidays.csv")).rows()) {
      all.workByRegion
          .computeIfAbsent(row.filled("region_code"), none -> new HashMap<>())
          .put(LocalDate.parse(row.filled("date")), row.filled("kind").equals("workday"));
    }
    for (ConfRow row : ConfTable.read(conf.resolve(FOLDER + "/breaks.csv")).rows()) {
      LocalDate.parse(row.filled("from"))
          .datesUntil(LocalDate.parse(row.filled("to")).plusDays(1))
          .forEach(all.breaksOf(row.filled("calendar"), row.filled("region_code"))::add);
    }
    return all;
  }

  private Set<LocalDate> breaksOf(String calendar, String region) {
    return breaks.computeIfAbsent(calendar + "/" + region, none -> new HashSet<>());
  }

  /**
   * Whether a day is a workday.
   *
   * @param region the region whose holidays count, or null
   * @throws IllegalArgumentException when there is no such calendar
   */
  public boolean isWorkday(String calendar, String region, LocalDate day) {
    Weekly weekly = calendars.get(calendar);
    if (weekly == null) {
      throw new IllegalArgumentException(
          "conf/%s has no calendar %s".formatted(CALENDARS, calendar));
    }
    List<String> path = regions.of(region);
    for (String at : path) {
      Set<LocalDate> off = breaks.get(calendar + "/" + at);
      if (off != null && off.contains(day)) {
        return false;
      }
    }
    if (weekly.hasHolidays()) {
      for (String at : path) {
        Map<LocalDate, Boolean> days = workByRegion.get(at);
        Boolean work = days == null ? null : days.get(day);
        if (work != null) {
          return work;
        }
      }
    }
    return !weekly.daysOff().contains(day.getDayOfWeek().getValue());
  }
}
