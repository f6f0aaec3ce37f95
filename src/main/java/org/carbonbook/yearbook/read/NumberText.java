package org.carbonbook.yearbook.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.layout.Layout;

/**
 * A text read as a number. Commas and apostrophes may group digits by threes, and spaces where the
 * layout says so; a line break never does, because a cell with two lines can hold two numbers;
 * full-width digits and the printed kinds of minus count as their plain forms. Anything else is not
 * a number, with the reason in {@code problem}.
 *
 * @param value the number, null when the text is not a number
 * @param note how the text differs from a plain number, null when it does not
 * @param problem why it is not a number, null when it is one
 */
record NumberText(Double value, String note, String problem) {

  /** The note on digits that are grouped, as print does. */
  static final String GROUPED_DIGITS = "grouped digits";

  private static final Pattern PLAIN =
      Pattern.compile("([-+]?)((?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)");
  private static final Pattern GROUPED =
      Pattern.compile("([-+]?)(\\d{1,3}(?:([,'])\\d{3})(?:\\3\\d{3})*(?:\\.\\d*)?)");
  private static final Pattern SPACED =
      Pattern.compile("([-+]?)(\\d{1,3}(?: \\d{3})+(?:\\.\\d*)?)");

  /** What spreadsheet programs write for a number of more digits than the column shows. */
  private static final Pattern SHORT_EXPONENT =
      Pattern.compile("\\d(?:\\.\\d{0,2})?[eE][-+]?\\d{1,3}");

  private static final Pattern PARENTHESISED = Pattern.compile("\\(.*\\d.*\\)");

  /** The number that a printed text means, in a table in which spaces do not group digits. */
  static NumberText parse(String printed) {
    return parse(printed, Layout.DigitGroups.NO_SPACES);
  }

  /** The number that a printed text means. */
  static NumberText parse(String printed, Layout.DigitGroups groups) {
    String stripped = printed.strip();
    if (stripped.lines().count() > 1) {
      return new NumberText(null, null, "a cell with two lines is not one number");
    }
    String plain = plainForm(stripped);
    Matcher matcher = PLAIN.matcher(plain);
    if (!matcher.matches()) {
      matcher = GROUPED.matcher(plain);
      if (!matcher.matches() && groups == Layout.DigitGroups.SPACES) {
        matcher = SPACED.matcher(plain);
      }
      if (!matcher.matches()) {
        return new NumberText(null, null, problemOf(plain));
      }
    }
    String digits = matcher.group(2).replaceAll("[ ,']", "");
    if (SHORT_EXPONENT.matcher(digits).matches()) {
      return new NumberText(
          null, null, "scientific notation with few digits can have lost the others");
    }
    double magnitude = Double.parseDouble(digits);
    if (Double.isInfinite(magnitude)) {
      return new NumberText(null, null, "the number is too large");
    }
    double value = matcher.group(1).equals("-") ? -magnitude : magnitude;
    return new NumberText(value, noteOf(stripped, plain).orElse(null), null);
  }

  boolean isNumber() {
    return value != null;
  }

  /**
   * The text with full-width forms, spaces and minus signs made plain, and nothing else: a footnote
   * mark such as ① must not become a digit.
   */
  private static String plainForm(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
        plain.append(' ');
      } else if (c == '\u2212' || c == '\u2013' || c == '\uFE63') {
        plain.append('-');
      } else if (c >= '\uFF01' && c <= '\uFF5E') {
        plain.append((char) (c - 0xFEE0));
      } else {
        plain.append(c);
      }
    }
    String trimmed = plain.toString().strip();
    boolean spacedSign = trimmed.startsWith("- ") || trimmed.startsWith("+ ");
    return spacedSign ? trimmed.charAt(0) + trimmed.substring(1).strip() : trimmed;
  }

  private static Optional<String> noteOf(String printed, String plain) {
    boolean wide = printed.chars().anyMatch(c -> c >= '\uFF10' && c <= '\uFF19');
    if (wide) {
      return Optional.of("full-width digits");
    }
    boolean grouped = plain.indexOf(' ') > 0 || plain.indexOf(',') > 0 || plain.indexOf('\'') > 0;
    return grouped ? Optional.of(GROUPED_DIGITS) : Optional.empty();
  }

  private static String problemOf(String plain) {
    if (PARENTHESISED.matcher(plain).matches()) {
      return "parentheses can mean a negative figure or a footnote";
    }
    if (plain.matches("[-+]?[\\d.]+(?: +[-+]?[\\d.]+)+")) {
      return "it can be two numbers; a space groups digits only where the layout says 'digit_groups: spaces'";
    }
    if (plain.matches("[-+]?[\\d ,.']*\\d[\\d ,.']*")) {
      return "the digits are not grouped by threes";
    }
    return "not a number";
  }
}
