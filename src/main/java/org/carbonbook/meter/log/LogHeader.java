package org.carbonbook.meter.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.meter.registry.MeterInputs;

/** Where the columns of a format are in a file's header. */
final class LogHeader {

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> absent = new ArrayList<>();
  private final List<Integer> wide = new ArrayList<>();
  private int last;

  LogHeader(FileFormat format, List<String> names) {
    this.names = names;
    for (String ours : needed(format)) {
      find(format, ours);
      if (!places.containsKey(ours)) {
        absent.add(String.join("|", format.printed(ours)));
      }
    }
    find(format, "quality");
    if (format.wide() == null) {
      find(format, "meter");
    } else {
      for (int i = 0; i < names.size(); i++) {
        if (!places.containsValue(i) && !names.get(i).isBlank()) {
          wide.add(i);
          last = Math.max(last, i);
        }
      }
    }
  }

  private static List<String> needed(FileFormat format) {
    List<String> needed = new ArrayList<>(List.of("time"));
    if (format.wide() == null) {
      needed.add("value");
    }
    if (format.holds(MeterInputs.SESSIONS)) {
      needed.add("end");
    }
    boolean idFromPath =
        format.meter() != null
            && format.meter().get("meter_id") != null
            && !format.meter().get("meter_id").contains("{column}");
    if (!idFromPath && format.wide() != FileFormat.Wide.METERS) {
      needed.add("meter");
    }
    return needed;
  }

  private void find(FileFormat format, String ours) {
    for (String printed : format.printed(ours)) {
      int place = names.indexOf(printed);
      if (place >= 0) {
        places.put(ours, place);
        last = Math.max(last, place);
        return;
      }
    }
  }

  /** The place of a column, or -1. */
  int place(String ours) {
    return places.getOrDefault(ours, -1);
  }

  /** The columns that are absent; empty when the header fits. */
  List<String> absent() {
    return absent;
  }

  /** The columns of a wide row that hold values. */
  List<Integer> wide() {
    return wide;
  }

  String name(int place) {
    return names.get(place);
  }

  /** How many fields of a row must be found. */
  int width() {
    return last + 1;
  }

  static List<String> clean(Stream<String> names) {
    return names.map(name -> name.replace("\uFEFF", "").trim()).toList();
  }
}
