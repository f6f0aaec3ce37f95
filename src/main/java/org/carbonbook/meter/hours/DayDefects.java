package org.carbonbook.meter.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.Millionths;
import org.carbonbook.lake.TableRows;

/** The defects in the readings of a meter, by the local day on which they begin. */
final class DayDefects {

  private static final TableRows DEFECT = TableRows.of(MeterDays.TABLE).structOf("defects");

  private final List<List<Row>> byDay = new ArrayList<>();

  DayDefects(DefectList found, LocalCalendar calendar) {
    for (int d = 0; d < calendar.days(); d++) {
      byDay.add(null);
    }
    for (DefectList.Defect defect : found.sorted()) {
      long s = Math.max(calendar.startS(), Math.min(defect.fromS(), calendar.endS() - 1));
      int day = calendar.dayOf(s);
      if (byDay.get(day) == null) {
        byDay.set(day, new ArrayList<>());
      }
      byDay.get(day).add(row(defect));
    }
  }

  List<Row> of(int day) {
    return byDay.get(day);
  }

  private static Row row(DefectList.Defect defect) {
    return DEFECT
        .row()
        .set("reason", defect.reason().code())
        .set("starts_at", Instant.ofEpochSecond(defect.fromS()))
        .set("ends_at", Instant.ofEpochSecond(defect.toS()))
        .set("readings", defect.readings())
        .set("quantity", Millionths.toDouble(defect.quantity()))
        .build();
  }
}
