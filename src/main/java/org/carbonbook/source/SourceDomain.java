package org.carbonbook.source;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code source} brings. */
public final class SourceDomain implements Domain {

  @Override
  public String name() {
    return "source";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new ArchiveStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(SourceNotice.values());
  }
}
