package org.carbonbook.claims;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code claims} brings. */
public final class ClaimsDomain implements Domain {

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new ClaimsStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of();
  }
}
