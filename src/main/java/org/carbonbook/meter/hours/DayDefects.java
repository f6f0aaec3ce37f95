package org.carbonbook.meter.hours;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.carbonbook.intake.Millionths;

/** What was found in the readings of a meter, by the day on which it begins. */
final class DayDefects {

  private final List<List<MeterDay.DefectBean>> byDay = new ArrayList<>();

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
      byDay.get(day).add(bean(defect));
    }
  }

  List<MeterDay.DefectBean> of(int day) {
    return byDay.get(day);
  }

  private static MeterDay.DefectBean bean(DefectList.Defect defect) {
    MeterDay.DefectBean bean = new MeterDay.DefectBean();
    bean.setReason(defect.reason().code());
    bean.setStartsAt(new Timestamp(defect.fromS() * 1000));
    bean.setEndsAt(new Timestamp(defect.toS() * 1000));
    bean.setReadings(defect.readings());
    bean.setQuantity(Millionths.toDouble(defect.quantity()));
    return bean;
  }
}
