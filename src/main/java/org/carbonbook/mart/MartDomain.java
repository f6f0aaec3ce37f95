package org.carbonbook.mart;

import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** What the domain {@code mart} brings. */
public final class MartDomain implements Domain {

  @Override
  public String name() {
    return "mart";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return Stream.of(
            MartDefinition.listMarts(configuration.folder()).stream().<Step>map(MartStep::new),
            CheckDefinition.listChecks(configuration.folder()).stream().<Step>map(CheckStep::new),
            Stream.<Step>of(new DictionaryStep()))
        .flatMap(steps -> steps)
        .toList();
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(MartNotice.values());
  }
}
