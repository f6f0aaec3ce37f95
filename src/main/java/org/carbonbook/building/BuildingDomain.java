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
    return List.of(
        new InputKind("buildings", "建筑登记", "The registry of buildings"),
        new InputKind("events", "建筑事件（改造等）", "Events of buildings, such as retrofits"),
        new InputKind("contracts", "购电合同", "Contracts for electricity with a factor of their own"),
        new InputKind(
            "grid_carbon", "电网逐时碳强度", "Carbon of grid electricity by hour, kg CO2 per kWh"),
        new InputKind("weather", "气温", "Air temperature by hour, degrees Celsius"));
  }
}
