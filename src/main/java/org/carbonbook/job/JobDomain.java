package org.carbonbook.job;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Domain;

/** The notices about the runs of jobs and the commands that they call. */
public final class JobDomain implements Domain {

  @Override
  public String name() {
    return "job";
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(RunNotice.values());
  }
}
