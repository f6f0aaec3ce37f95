package org.carbonbook.step;

import java.util.List;

/**
 * Another step under its own name and declarations, with other code: what an edit of its class
 * makes of it. It has a file of its own because nested classes reach each other.
 */
final class EditedStep implements Step {

  private final Step original;

  EditedStep(Step original) {
    this.original = original;
  }

  @Override
  public String name() {
    return original.name();
  }

  @Override
  public List<String> reads() {
    return original.reads();
  }

  @Override
  public List<String> writes() {
    return original.writes();
  }

  @Override
  public List<String> configuration() {
    return original.configuration();
  }

  @Override
  public StepResult run(StepContext context) {
    return original.run(context);
  }
}
