package org.carbonbook.conf;

import java.util.regex.Pattern;

/** Patterns of names and places in configuration and options: {@code *} stands for any text. */
public final class StarPattern {

  private StarPattern() {}

  /** The expression of a pattern; every other character stands for itself. */
  public static Pattern of(String pattern) {
    return Pattern.compile(expression(pattern), Pattern.DOTALL);
  }

  /** The same for names whose case does not matter. */
  public static Pattern ofAnyCase(String pattern) {
    return Pattern.compile(
        expression(pattern), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String expression(String pattern) {
    StringBuilder expression = new StringBuilder();
    for (String literal : pattern.split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return expression.toString();
  }
}
