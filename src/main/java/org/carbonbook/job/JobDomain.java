package org.carbonbook.job;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Domain;

/** What running jobs adds to the domains: the findings about the commands that a job calls. */
public final class JobDomain implements Domain {

  @Override
  public String name() {
    return "job";
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(HookNotice.values());
  }
}
