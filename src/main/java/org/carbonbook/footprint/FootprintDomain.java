package org.carbonbook.footprint;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code footprint} brings. */
public final class FootprintDomain implements Domain {

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new EmissionStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(FootprintNotice.values());
  }
}
