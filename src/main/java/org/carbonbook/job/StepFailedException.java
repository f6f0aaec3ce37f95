package org.carbonbook.job;

/** A step could not do its work; the cause says why. */
public final class StepFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StepFailedException(String step, RuntimeException cause) {
    super("step " + step + " failed: " + firstLine(cause), cause);
  }

  private static String firstLine(Throwable e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    return text.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
