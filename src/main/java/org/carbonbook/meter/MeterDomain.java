package org.carbonbook.meter;

import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.meter.registry.MeterInputs;
import org.carbonbook.meter.registry.RegistryNotice;
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
    return Stream.<NoticeCode[]>of(RegistryNotice.values(), MeterNotice.values())
        .flatMap(Stream::of)
        .toList();
  }

  @Override
  public List<InputKind> inputs() {
    return MeterInputs.list();
  }
}
