package org.carbonbook.meter.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.ColumnNames;
import org.carbonbook.intake.ReceivedTable;
import org.carbonbook.notice.Notice;

/** Reads the registry of meters from the received files. */
public final class MeterRegistry {

  private final Map<String, Meter> meters = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  public static MeterRegistry read(ClaimedFiles files, MeterRowParser definitions) {
    MeterRegistry registry = new MeterRegistry();
    Map<String, List<Map<String, String>>> byMeter = new LinkedHashMap<>();
    Map<String, String> places = new HashMap<>();
    for (ClaimedFile file : files.listCurrent(MeterInputs.METERS)) {
      registry.readFile(files, file, byMeter, places);
    }
    byMeter.forEach((id, rows) -> registry.add(id, rows, places.get(id), definitions));
    registry.checkParents();
    return registry;
  }

  public Map<String, Meter> meters() {
    return meters;
  }

  public List<Notice> notices() {
    return notices;
  }

  private void readFile(
      ClaimedFiles files,
      ClaimedFile file,
      Map<String, List<Map<String, String>>> byMeter,
      Map<String, String> places) {
    try {
      List<Map<String, String>> rows = files.rows(file);
      if (rows.isEmpty()) {
        notices.add(
            Notice.of(
                RegistryNotice.METER_REGISTRY_FILE_EMPTY,
                file.path(),
                "the file has no row; it registers no meter",
                "send the file again under the same path, with a header and one row for each meter"));
      }
      if (!rows.isEmpty() && !hasKnownColumns(file, rows.get(0).keySet())) {
        return;
      }
      for (Map<String, String> row : rows) {
        String id = ReceivedTable.text(row, "meter_id");
        String place = file.path() + ":" + row.get("#line");
        if (id.isEmpty()) {
          notices.add(
              Notice.of(
                  RegistryNotice.METER_INVALID,
                  place,
                  "no meter_id; the row is skipped",
                  "give each row a meter_id"));
          continue;
        }
        places.putIfAbsent(id, place);
        row.put("#file", file.path());
        addVersion(byMeter.computeIfAbsent(id, none -> new ArrayList<>()), row);
      }
    } catch (IOException | IllegalArgumentException e) {
      notices.add(
          Notice.of(
              RegistryNotice.METER_REGISTRY_UNREADABLE,
              file.path(),
              String.valueOf(e.getMessage()),
              "write it as a CSV with a header, see sample-data/meters/meters.csv"));
    }
  }

  /** A row that another file or line states in the same words is the same version. */
  private static void addVersion(List<Map<String, String>> versions, Map<String, String> row) {
    if (versions.stream().noneMatch(known -> facts(known).equals(facts(row)))) {
      versions.add(row);
    }
  }

  private static Map<String, String> facts(Map<String, String> row) {
    Map<String, String> facts = new TreeMap<>();
    for (String column : MeterRowParser.COLUMNS) {
      facts.put(column, ReceivedTable.text(row, column));
    }
    return facts;
  }

  /**
   * Whether the columns of a file can be believed: one whose name is nearly that of a column we
   * know was meant to be that one, and without it the energy of all its meters would be wrong.
   */
  private boolean hasKnownColumns(ClaimedFile file, Set<String> columns) {
    List<String> unused = new ArrayList<>();
    for (String column : columns) {
      if (column == null || column.isBlank() || column.startsWith("#")) {
        continue;
      }
      if (MeterRowParser.COLUMNS.contains(column)) {
        continue;
      }
      List<String> absent =
          MeterRowParser.COLUMNS.stream().filter(known -> !columns.contains(known)).toList();
      Optional<String> meant = ColumnNames.nearest(column, absent);
      if (meant.isPresent()) {
        notices.add(
            Notice.of(
                RegistryNotice.METER_COLUMN_MISSPELT,
                file.path(),
                "column %s is unknown, and %s is missing; no meter of the file is registered"
                    .formatted(column, meant.get()),
                "write %s, or remove the column".formatted(meant.get())));
        return false;
      }
      unused.add(column);
    }
    if (!columns.contains("meter_id")) {
      notices.add(
          Notice.of(
              RegistryNotice.METER_REGISTRY_UNREADABLE,
              file.path(),
              "it has no column meter_id; its columns are %s".formatted(unused),
              "name the columns as sample-data/meters/meters.csv does, or map them under columns in conf/formats/%s.yaml"
                  .formatted(file.format().format())));
      return false;
    }
    if (!unused.isEmpty()) {
      notices.add(
          Notice.of(
              RegistryNotice.METER_COLUMN_UNUSED,
              file.path(),
              "nothing is read from the columns %s".formatted(unused),
              "nothing to do, unless one of them states what docs/methods/meters.md lists under another name"));
    }
    return true;
  }

  private void add(
      String id, List<Map<String, String>> rows, String place, MeterRowParser definitions) {
    try {
      meters.put(id, definitions.meter(rows));
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
      notices.add(
          Notice.of(
              RegistryNotice.METER_INVALID,
              place,
              "meter %s: %s".formatted(id, e.getMessage()),
              "fix the row; until then the meter's readings are rejected"));
    }
  }

  private void checkParents() {
    Set<String> reported = new HashSet<>();
    for (Meter meter : meters.values()) {
      Set<String> above = new HashSet<>();
      Meter at = meter;
      while (at != null && above.add(at.meterId())) {
        String parent = at.versions().get(at.versions().size() - 1).parent();
        at = parent == null ? null : meters.get(parent);
      }
      if (at != null && reported.add(at.meterId())) {
        above.forEach(reported::add);
        notices.add(
            Notice.of(
                RegistryNotice.METER_PARENT_LOOP,
                "meter " + at.meterId(),
                "its parents lead back to itself: " + new java.util.TreeSet<>(above),
                "correct parent_meter_id; until then these have no balance of submeters"));
      }
    }
  }
}
