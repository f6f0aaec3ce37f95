package org.carbonbook.transport;

/**
 * What became of a value, and why.
 *
 * @param state used, estimated or rejected
 * @param reason null where it was used as printed
 */
record RowVerdict(LogState state, LogReason reason) {

  static final RowVerdict USED = new RowVerdict(LogState.USED, null);

  /** Used, with something to say about it. */
  static RowVerdict used(LogReason reason) {
    return new RowVerdict(LogState.USED, reason);
  }

  static RowVerdict estimated(LogReason reason) {
    return new RowVerdict(LogState.ESTIMATED, reason);
  }

  static RowVerdict rejected(LogReason reason) {
    return new RowVerdict(LogState.REJECTED, reason);
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
