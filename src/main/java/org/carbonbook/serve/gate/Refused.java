package org.carbonbook.serve.gate;

/** A statement that readers may not run; the message is one plain sentence for them. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refused(String sentence) {
    super(sentence);
  }

  /** What is not on any list. */
  static Refused notAllowed(String what) {
    return new Refused(
        "refused: %s is not allowed here; releases are read only: SELECT, SHOW, DESCRIBE, EXPLAIN and USE are answered"
            .formatted(what));
  }
}
