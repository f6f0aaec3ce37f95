package org.carbonbook.industry;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code industry} brings. */
public final class IndustryDomain implements Domain {

  @Override
  public String name() {
    return "industry";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new IndustryStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(IndustryNotice.values());
  }
}
