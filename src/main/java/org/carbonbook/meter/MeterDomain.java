package org.carbonbook.meter;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.Step;

/** What the domain {@code meter} brings. */
public final class MeterDomain implements Domain {

  @Override
  public String name() {
    return "meter";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new MeterStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(MeterNotice.values());
  }

  @Override
  public List<InputKind> inputs() {
    return List.of(
        new InputKind("readings", "计量读数", "Meter readings: energy of intervals, or registers"),
        new InputKind("sessions", "充电等用能时段", "Energy from a start to an end, such as a charge"),
        new InputKind("meters", "计量表登记", "The registry of meters"));
  }
}
