package org.carbonbook.serve.gate;

/**
 * A text that a pattern is matched with. A pattern can try so many ways that one row takes hours;
 * it looks at a character for each of them, and there it learns that the query was cancelled.
 */
final class StoppableText implements CharSequence {

  private static final int EVERY = 1 << 12;

  private final String text;
  private int looks;

  StoppableText(Object text) {
    this.text = text.toString();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks % EVERY == 0) {
      StopSign.check();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.subSequence(from, to);
  }

  @Override
  public String toString() {
    return text;
  }
}
