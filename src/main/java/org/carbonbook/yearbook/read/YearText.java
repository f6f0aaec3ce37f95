package org.carbonbook.yearbook.read;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Years as labels print them. */
final class YearText {

  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})(?:\\.0+)?年?度?");

  private YearText() {}

  /** The year that a label such as {@code 2005年} names. */
  static OptionalInt findYear(String label) {
    Matcher matcher = YEAR.matcher(LabelText.compact(label));
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  static boolean isYear(double number) {
    return number == Math.rint(number) && number >= 1900 && number < 2100;
  }
}
