package org.carbonbook.serve.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JDBC's escapes, which tools write into statements: {@code {fn now()}}, {@code {ts '…'}}, {@code
 * {d '…'}}, {@code {t '…'}}, {@code {oj …}}, {@code {escape '…'}}. It reads a statement once from
 * left to right. Quoted text and comments are not changed; the result passes the gate like any
 * statement.
 */
final class Escapes {

  private static final int MAX_DEPTH = 100;
  private static final String BACKSLASH = "'\\'";

  /** What stands in the place of an escape's word. A time of day is a text: SQL here has none. */
  private static final Map<String, String> WORDS =
      Map.of("fn", "", "oj", "", "ts", "TIMESTAMP", "d", "DATE", "t", "", "escape", "ESCAPE");

  private final String statement;
  private int at;

  private Escapes(String statement) {
    this.statement = statement;
  }

  /**
   * The statement in Spark's own words.
   *
   * @throws Refused when escapes are nested too deeply
   */
  static String resolve(String statement) {
    return statement.indexOf('{') < 0 ? statement : new Escapes(statement).until("", 0);
  }

  /** The text up to one of some characters outside of quotes, comments and escapes. */
  private String until(String ends, int depth) {
    StringBuilder text = new StringBuilder();
    int parentheses = 0;
    while (at < statement.length()) {
      char c = statement.charAt(at);
      if (parentheses == 0 && ends.indexOf(c) >= 0) {
        break;
      }
      String escape = c == '{' ? findEscape() : null;
      if (escape != null) {
        text.append(escape(escape, depth + 1));
        continue;
      }
      if (c == '(') {
        parentheses++;
      } else if (c == ')') {
        parentheses--;
      }
      int end = SqlTokens.end(statement, at);
      text.append(statement, at, end);
      at = end;
    }
    return text.toString();
  }

  /** The word of the escape that begins here, or null. */
  private String findEscape() {
    int from = blanks(at + 1);
    String word = statement.substring(from, SqlTokens.wordEnd(statement, from));
    String known = word.toLowerCase(Locale.ROOT);
    return WORDS.containsKey(known) ? known : null;
  }

  private String escape(String word, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Refused(
          "refused: JDBC's escapes are nested more than %d deep".formatted(MAX_DEPTH));
    }
    at = SqlTokens.wordEnd(statement, blanks(at + 1));
    String inside = word.equals("fn") ? function(depth) : "";
    if (word.equals("escape") && statement.startsWith(BACKSLASH, blanks(at))) {
      // To Spark the backslash would hide the quote after it.
      at = blanks(at) + BACKSLASH.length();
      inside = "'\\\\'";
    }
    String rest = until("}", depth);
    at = Math.min(at + 1, statement.length());
    return WORDS.get(word) + " " + inside + rest + " ";
  }

  /** A call of a function of JDBC; nothing when there is none, and the text stays as it is. */
  private String function(int depth) {
    int start = blanks(at);
    int end = SqlTokens.wordEnd(statement, start);
    int open = blanks(end);
    if (end == start || open >= statement.length() || statement.charAt(open) != '(') {
      return "";
    }
    String name = statement.substring(start, end);
    at = open;
    List<String> arguments = new ArrayList<>();
    do {
      at++;
      arguments.add(until(",)", depth));
    } while (at < statement.length() && statement.charAt(at) == ',');
    at = Math.min(at + 1, statement.length());
    return JdbcFunctions.call(name, arguments);
  }

  private int blanks(int from) {
    int to = from;
    while (to < statement.length() && Character.isWhitespace(statement.charAt(to))) {
      to++;
    }
    return to;
  }
}
