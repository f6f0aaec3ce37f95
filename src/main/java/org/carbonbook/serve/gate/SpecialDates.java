package org.carbonbook.serve.gate;

/** Texts of dates that mean another day each day: {@code today}, {@code now}. */
final class SpecialDates {

  private SpecialDates() {}

  /** Whether a text of a date can only be a date that is written out, which begins with a digit. */
  static boolean isPlain(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }
}
