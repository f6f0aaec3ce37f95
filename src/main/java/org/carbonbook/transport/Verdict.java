package org.carbonbook.transport;

/**
 * What became of a value, and why.
 *
 * @param state used, estimated or rejected
 * @param reason null where it was used as printed
 */
record Verdict(LogState state, LogReason reason) {

  static final Verdict USED = new Verdict(LogState.USED, null);

  /** Used, with something to say about it. */
  static Verdict used(LogReason reason) {
    return new Verdict(LogState.USED, reason);
  }

  static Verdict estimated(LogReason reason) {
    return new Verdict(LogState.ESTIMATED, reason);
  }

  static Verdict rejected(LogReason reason) {
    return new Verdict(LogState.REJECTED, reason);
  }

  boolean counts() {
    return state != LogState.REJECTED;
  }

  String stateText() {
    return state.text();
  }

  String reasonText() {
    return reason == null ? null : reason.text();
  }
}
