package org.carbonbook.step;

import java.util.List;

/**
 * One unit of work of a job: reads tables and configuration, writes tables. Everything the result
 * follows from is declared, so that the runner can order steps, skip what is fresh and say why.
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

  /** Classes whose packages hold the code of this step, its own package among them. */
  default List<Class<?>> code() {
    return List.of(getClass());
  }

  /** Does the work and says what came of it. A fault of the data is a notice, not an exception. */
  StepResult run(StepContext context);
}
