package org.carbonbook.driver;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code driver} brings. */
public final class DriverDomain implements Domain {

  @Override
  public String name() {
    return "driver";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new DecompositionStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(DriverNotice.values());
  }
}
