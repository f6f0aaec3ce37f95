package org.carbonbook.serve.gate;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JDBC's escapes, which tools write into statements: {@code {fn now()}}, {@code {ts '…'}}, {@code
 * {d '…'}}, {@code {oj …}}. Quoted text and comments are not changed; the result passes the gate
 * like any statement.
 */
final class Escapes {

  /** A text in quotes, a comment, or what begins or ends an escape. */
  private static final Pattern PART =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/"
              + "|\\{\\s*(fn|ts|d|oj)\\b|[{}]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Map<String, String> WORDS =
      Map.of("fn", "", "oj", "", "ts", "TIMESTAMP", "d", "DATE");

  private Escapes() {}

  /** The statement in Spark's own words. */
  static String resolve(String statement) {
    if (statement.indexOf('{') < 0) {
      return statement;
    }
    StringBuilder text = new StringBuilder();
    Matcher part = PART.matcher(statement);
    int open = 0;
    while (part.find()) {
      String found = part.group();
      if (part.group(1) != null) {
        open++;
        found = WORDS.get(part.group(1).toLowerCase(java.util.Locale.ROOT)) + " ";
      } else if (found.equals("}") && open > 0) {
        open--;
        found = " ";
      }
      part.appendReplacement(text, Matcher.quoteReplacement(found));
    }
    return part.appendTail(text).toString();
  }
}
