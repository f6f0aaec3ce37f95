package org.carbonbook.meter.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** When the buildings of a town are open: by public holidays, make-up workdays and breaks. */
final class TownCalendar {

  private static final String NATION = "100000";

  private final Map<LocalDate, Boolean> work = new HashMap<>();
  private final Set<LocalDate> breaks = new HashSet<>();

  /**
   * @param conf the folder of the configuration, whose calendars count
   */
  TownCalendar(Path conf) {
    for (ConfRow row : ConfTable.read(conf.resolve("calendar/holidays.csv")).rows()) {
      if (row.text("region_code").equals(NATION)) {
        work.put(LocalDate.parse(row.filled("date")), row.filled("kind").equals("workday"));
      }
    }
    for (ConfRow row : ConfTable.read(conf.resolve("calendar/breaks.csv")).rows()) {
      List<LocalDate> days =
          LocalDate.parse(row.filled("from"))
              .datesUntil(LocalDate.parse(row.filled("to")).plusDays(1))
              .toList();
      breaks.addAll(days);
    }
  }

  boolean isOpen(TownBuilding.Use use, LocalDate day) {
    return switch (use) {
      case OFFICE -> isWorkday(day);
      case SCHOOL -> isWorkday(day) && !breaks.contains(day);
      default -> true;
    };
  }

  private boolean isWorkday(LocalDate day) {
    return work.getOrDefault(day, day.getDayOfWeek().getValue() < 6);
  }
}
