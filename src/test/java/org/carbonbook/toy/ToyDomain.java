package org.carbonbook.toy;

import java.util.List;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** A whole domain in one package: a step, a table, a notice and a kind of input files. */
public final class ToyDomain implements Domain {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new CountStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(ToyNotice.values());
  }

  @Override
  public List<InputKind> inputs() {
    return List.of(new InputKind("toys", "玩具", "Toys"));
  }

  /** The findings of the domain. */
  enum ToyNotice implements NoticeCode {
    TOY_FOUND;

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String zh() {
      return "发现玩具";
    }

    @Override
    public String en() {
      return "A toy was found";
    }
  }

  /** Writes one toy. */
  static final class CountStep implements Step {

    @Override
    public String name() {
      return "toys";
    }

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public List<String> writes() {
      return List.of("core.toy");
    }

    @Override
    public StepResult run(StepContext context) {
      TableRows toys = TableRows.of("core.toy");
      context.replace(
          "core.toy", List.of(toys.row().set("toy", "bear").set("weight_kg", 0.4).build()));
      return new StepResult(
          1, 1, 0, 0, List.of(Notice.of(ToyNotice.TOY_FOUND, "bear", "0.4 kg", "nothing to do")));
    }
  }
}
