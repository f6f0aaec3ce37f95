package org.carbonbook.decomposition.method;

/**
 * One comparison cannot be computed; the others can. Carries no stack trace: a million groups may
 * have thousands of these, and they are findings about the data.
 */
public final class NotComputableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final NotComputableReason reason;

  /**
   * @param reason the kind of finding
   * @param message the particulars, naming variable, place and value
   */
  public NotComputableException(NotComputableReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The kind of finding. */
  public NotComputableReason reason() {
    return reason;
  }
}
