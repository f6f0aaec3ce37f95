package org.carbonbook.yearbook;

import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;
import org.carbonbook.yearbook.grid.FileNotice;
import org.carbonbook.yearbook.read.TableNotice;

/** What the domain {@code yearbook} brings. */
public final class YearbookDomain implements Domain {

  @Override
  public String name() {
    return "yearbook";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new YearbookStep(), new ObservationStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return Stream.<NoticeCode[]>of(
            FileNotice.values(), TableNotice.values(), ObservationNotice.values())
        .flatMap(Stream::of)
        .toList();
  }
}
