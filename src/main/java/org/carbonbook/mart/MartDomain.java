package org.carbonbook.mart;

import java.util.List;
import java.util.stream.Stream;
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
    return Stream.concat(
            MartDefinition.listMarts(configuration.folder()).stream().map(MartStep::new),
            Stream.<Step>of(new DictionaryStep()))
        .toList();
  }
}
