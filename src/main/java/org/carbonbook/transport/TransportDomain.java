package org.carbonbook.transport;

import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.Step;

/** What the domain {@code transport} brings. */
public final class TransportDomain implements Domain {

  @Override
  public String name() {
    return "transport";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new TransportStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(TransportNotice.values());
  }

  @Override
  public List<InputKind> inputs() {
    return TransportInputs.list();
  }
}
