package org.carbonbook.job;

/** Thrown when a step failed; the cause gives the reason. */
final class StepFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StepFailedException(String step, Object lake, Throwable cause) {
    super("step " + step + " failed: " + Failure.describe(cause, lake), cause);
  }
}
