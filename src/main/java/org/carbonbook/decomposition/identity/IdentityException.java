package org.carbonbook.decomposition.identity;

/**
 * An identity that cannot be used: wrong grammar, a term that does not cancel, an unknown name. The
 * message is one or two lines: where, what, and the remedy.
 */
public final class IdentityException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int position;

  IdentityException(String message) {
    super(message);
    this.position = -1;
  }

  IdentityException(String text, int position, String message) {
    super(
        "identity, character " + (position + 1) + ": " + message + "\n" + pointer(text, position));
    this.position = position;
  }

  /** Index of the offending character in the identity's text, from 0; -1 when it has no place. */
  public int position() {
    return position;
  }

  /** The text around the place with a mark in front of it, on one line. */
  private static String pointer(String text, int position) {
    int at = Math.min(position, text.length());
    int start = Math.max(0, at - 30);
    int end = Math.min(text.length(), at + 30);
    String before = (start > 0 ? "…" : "") + text.substring(start, at);
    return "  " + before + " >>> " + text.substring(at, end) + (end < text.length() ? "…" : "");
  }
}
