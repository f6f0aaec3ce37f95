package org.carbonbook.step;

import java.util.List;

/**
 * One part of a job: it reads tables and configuration, and writes tables. It declares both, so
 * that the runner can order steps, skip a step whose result is fresh, and say why another must run.
 * The code that a result follows from is not declared: {@link CodeVersion} finds it.
 */
public interface Step {

  /** The name people use with {@code --only}; unique within a job. */
  String name();

  /** The tables it reads. */
  List<String> reads();

  /** The tables it writes. Each write is one transaction. */
  List<String> writes();

  /**
   * The configuration it reads: files or folders relative to {@code --conf}. Their content is part
   * of what the result follows from.
   */
  default List<String> configuration() {
    return List.of();
  }

  /**
   * Further state outside the lake that the result follows from, as a short text; for most steps
   * there is none.
   */
  default String outsideState(StepContext context) {
    return "";
  }

  /** Does the work and says what came of it. A fault of the data is a notice, not an exception. */
  StepResult run(StepContext context);
}
