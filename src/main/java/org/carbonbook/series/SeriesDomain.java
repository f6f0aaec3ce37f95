package org.carbonbook.series;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code series} brings. */
public final class SeriesDomain implements Domain {

  @Override
  public String name() {
    return "series";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new SeriesStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(SeriesNotice.values());
  }
}
