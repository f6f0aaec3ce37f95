package org.carbonbook.factor;

import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.grid.GridFactorNotice;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code factor} brings. */
public final class FactorDomain implements Domain {

  @Override
  public String name() {
    return "factor";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new FactorStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return Stream.<NoticeCode[]>of(FactorNotice.values(), GridFactorNotice.values())
        .flatMap(Stream::of)
        .toList();
  }
}
