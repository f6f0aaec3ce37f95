package org.carbonbook.job;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** A step that is made up for tests of what runs steps. */
record ToyStep(
    String name,
    List<String> reads,
    List<String> writes,
    List<String> configuration,
    Function<StepContext, StepResult> work)
    implements Step {

  /** A step that does nothing. */
  static ToyStep of(String name, List<String> reads, List<String> writes) {
    return new ToyStep(name, reads, writes, List.of(), context -> StepResult.of(0, 0));
  }

  /** A step that writes one row, its own name, into {@code ops.meter_month}. */
  static ToyStep writing(String name, List<String> configuration) {
    return new ToyStep(
        name, List.of(), List.of("ops.meter_month"), configuration, c -> write(c, name));
  }

  static StepResult write(StepContext context, String text) {
    var schema = TableDefinition.getDefinition("ops.meter_month").schema();
    var rows =
        context
            .spark()
            .createDataFrame(
                List.of(RowFactory.create(text, context.writing().runNumber())), schema);
    return StepResult.of(0, context.replace("ops.meter_month", rows).rows());
  }

  ToyStep doing(Function<StepContext, StepResult> other) {
    return new ToyStep(name, reads, writes, configuration, other);
  }

  @Override
  public StepResult run(StepContext context) {
    return work.apply(context);
  }

  /** Equal only to itself, as steps of classes are. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
