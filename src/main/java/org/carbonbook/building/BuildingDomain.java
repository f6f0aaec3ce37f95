package org.carbonbook.building;

import java.util.List;
import org.carbonbook.building.baseline.BaselineStep;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.Step;

/** What the domain {@code building} brings. */
public final class BuildingDomain implements Domain {

  @Override
  public String name() {
    return "building";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new BuildingStep(), new BaselineStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(BuildingNotice.values());
  }

  @Override
  public List<InputKind> inputs() {
    return BuildingInputs.list();
  }
}
