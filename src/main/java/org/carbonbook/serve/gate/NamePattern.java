package org.carbonbook.serve.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A pattern of names as metadata calls and SHOW have it, of any letter case. It is matched in time
 * that grows with the lengths of pattern and name only; a regular expression could be made to try
 * for hours.
 */
public final class NamePattern implements Predicate<String> {

  private static final char ANY_TEXT = '\uE000';
  private static final char ANY_CHARACTER = '\uE001';

  private final String pattern;

  private NamePattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * A pattern of JDBC: {@code %} (also {@code *}) stands for any text, {@code _} for one character,
   * a backslash takes the next one as it is. Null and nothing are any name.
   */
  public static NamePattern ofJdbc(String text) {
    if (text == null || text.isEmpty()) {
      return new NamePattern(String.valueOf(ANY_TEXT));
    }
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        pattern.append(text.charAt(i));
      } else if (c == '%' || c == '*') {
        pattern.append(ANY_TEXT);
      } else {
        pattern.append(c == '_' ? ANY_CHARACTER : c);
      }
    }
    return new NamePattern(pattern.toString().toLowerCase(Locale.ROOT));
  }

  /**
   * A pattern of SHOW, in which {@code *} stands for any text and {@code |} separates patterns of
   * which one must fit.
   */
  static Predicate<String> ofShow(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\|", -1))
        .map(part -> new NamePattern(part.trim().replace('*', ANY_TEXT)))
        .<Predicate<String>>map(pattern -> pattern)
        .reduce(Predicate::or)
        .orElseThrow();
  }

  /** Goes back only to the last place that stands for any text, which is enough. */
  @Override
  public boolean test(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    int at = 0;
    int in = 0;
    int star = -1;
    int from = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == ANY_TEXT) {
        star = at++;
        from = in;
      } else if (at < pattern.length() && isOne(pattern.charAt(at), text.charAt(in))) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++from;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == ANY_TEXT) {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean isOne(char wanted, char found) {
    return wanted == ANY_CHARACTER || wanted == found;
  }
}
