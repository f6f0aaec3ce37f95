package org.carbonbook.decomposition.method;

/**
 * One comparison cannot be computed; the others can. Carries no stack trace: a million groups may
 * have thousands of these, and they are findings about the data.
 */
public final class NotComputableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * @param reason the kind of finding
   * @param message the particulars, naming variable, place and value
   */
  public NotComputableException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The kind of finding. */
  public Reason reason() {
    return reason;
  }
}
