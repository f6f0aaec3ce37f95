package org.carbonbook.meter.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.intake.ColumnNames;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.meter.registry.MeterInputs;

/** Finds the columns of a format in the header of a file. */
final class LogHeader {

  static final String METER = "meter";
  static final String TIME = "time";
  static final String DATE = "date";
  static final String CLOCK = "clock";
  static final String VALUE = "value";
  static final String QUALITY = "quality";
  static final String END = "end";
  static final String UNIT = "unit";

  /** The fields of a row, in the order in which readers of structured logs take them. */
  static final List<String> FIELDS = List.of(METER, TIME, VALUE, QUALITY, END, UNIT);

  /** Columns that a format knows and that nothing is read from. */
  private static final String IGNORE = "ignore";

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Integer> wide = new ArrayList<>();
  private final List<String> unused = new ArrayList<>();
  private int[] shifts = {};

  LogHeader(FileFormat format, List<String> names) {
    this.names = names;
    for (String ours : List.of(METER, TIME, VALUE, QUALITY, END, UNIT)) {
      find(format, ours);
    }
    findDateAndClock(format);
    for (String ours : needed(format)) {
      if (!places.containsKey(ours)) {
        faults.add("no column " + String.join("|", format.printed(ours)) + " in the header");
      }
    }
    if (format.wide() != null) {
      places.remove(VALUE);
      findWide(format);
    }
    for (int i = 0; i < names.size(); i++) {
      if (!places.containsValue(i) && !wide.contains(i) && !isIgnored(format, i)) {
        unused.add(names.get(i));
      }
    }
  }

  private static List<String> needed(FileFormat format) {
    List<String> needed = new ArrayList<>(List.of(TIME));
    if (format.wide() == null) {
      needed.add(VALUE);
    }
    if (format.holds(MeterInputs.SESSIONS)) {
      needed.add(END);
    }
    boolean idFromPath =
        format.meter() != null
            && format.meter().get("meter_id") != null
            && !format.meter().get("meter_id").contains("{column}");
    if (!idFromPath && format.wide() != FileFormat.Wide.METERS) {
      needed.add(METER);
    }
    return needed;
  }

  private void find(FileFormat format, String ours) {
    boolean optional = List.of(QUALITY, END, UNIT).contains(ours);
    if (optional && !format.columns().containsKey(ours) && !names.contains(ours)) {
      return;
    }
    int place = ColumnNames.find(names, format.printed(ours));
    if (place >= 0) {
      places.put(ours, place);
    }
  }

  /** Where a file has the date and the time of day in two columns. */
  private void findDateAndClock(FileFormat format) {
    if (!format.columns().containsKey(DATE) || !format.columns().containsKey(CLOCK)) {
      return;
    }
    int date = ColumnNames.find(names, format.printed(DATE));
    int clock = ColumnNames.find(names, format.printed(CLOCK));
    boolean both = date >= 0 && clock >= 0 && date != clock;
    if (both && (!places.containsKey(TIME) || places.get(TIME) == clock)) {
      places.put(TIME, date);
      places.put(CLOCK, clock);
    } else if (!places.containsKey(TIME) && date >= 0) {
      places.put(TIME, date);
    }
  }

  private void findWide(FileFormat format) {
    for (int i = 0; i < names.size(); i++) {
      boolean total = format.wide() == FileFormat.Wide.TIMES && WideHeading.isTotal(names.get(i));
      if (!places.containsValue(i) && !names.get(i).isBlank() && !total && !isIgnored(format, i)) {
        wide.add(i);
      }
    }
    if (format.wide() == FileFormat.Wide.TIMES) {
      boolean atEnd = "end".equals(format.time().stamp());
      WideHeading.seconds(wide.stream().map(names::get).toList(), atEnd)
          .ifPresentOrElse(
              seconds -> shifts = seconds,
              () ->
                  faults.add(
                      "the headings %s are not all times of day, or numbers from 1 that share a day out evenly"
                          .formatted(some())));
    }
  }

  private String some() {
    return wide.stream().limit(4).map(names::get).collect(Collectors.joining(", "))
        + (wide.size() > 4 ? ", …" : "");
  }

  private boolean isIgnored(FileFormat format, int place) {
    return format.columns().containsKey(IGNORE)
        && format.printed(IGNORE).contains(names.get(place));
  }

  /** The place of a column, or -1. */
  int place(String ours) {
    return places.getOrDefault(ours, -1);
  }

  /** What keeps the rows from being read; empty when the header fits. */
  List<String> faults() {
    return faults;
  }

  /** Named columns that nothing is read from. */
  List<String> unused() {
    return unused.stream().filter(name -> !name.isBlank()).toList();
  }

  /** The columns of a wide row that hold values. */
  List<Integer> wide() {
    return wide;
  }

  /** The seconds after midnight that the wide columns state. */
  int[] shifts() {
    return shifts;
  }

  String name(int place) {
    return names.get(place);
  }

  /** How many columns the header names. */
  int size() {
    return names.size();
  }

  static List<String> clean(Stream<String> names) {
    return names.map(name -> name.replace("\uFEFF", "").trim()).toList();
  }
}
