package org.carbonbook.job;

/** A step could not do its work; the cause says why. */
public final class StepFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StepFailedException(String step, Object lake, Throwable cause) {
    super("step " + step + " failed: " + Failure.describe(cause, lake), cause);
  }
}
