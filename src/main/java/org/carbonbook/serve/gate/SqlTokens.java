package org.carbonbook.serve.gate;

/** Where the parts of a statement end that hide what is in them: quoted texts and comments. */
final class SqlTokens {

  private SqlTokens() {}

  /** The end of the word, quoted text, comment or single character that begins at a place. */
  static int end(String text, int at) {
    int word = wordEnd(text, at);
    if (word > at) {
      return isRaw(text, at, word) ? closed(text, word + 1, text.charAt(word), false) : word;
    }
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return closed(text, at + 1, c, true);
    } else if (c == '`') {
      return closed(text, at + 1, c, false);
    } else if (text.startsWith("--", at)) {
      return lineEnd(text, at + 2);
    } else if (text.startsWith("/*", at)) {
      return commentEnd(text, at + 2);
    }
    return at + 1;
  }

  /** The end of the letters, digits and underscores from a place; the place itself if none. */
  static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  /** Whether the word is the mark of a text in which a backslash is a backslash. */
  private static boolean isRaw(String text, int at, int end) {
    return end == at + 1
        && (text.charAt(at) == 'r' || text.charAt(at) == 'R')
        && end < text.length()
        && (text.charAt(end) == '\'' || text.charAt(end) == '"');
  }

  private static int closed(String text, int from, char quote, boolean escapes) {
    int at = from;
    while (at < text.length() && text.charAt(at) != quote) {
      at += escapes && text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  /** A backslash before the end of a line joins it to the next one. */
  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at += text.startsWith("\\\n", at) ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  /** Comments are nested. */
  private static int commentEnd(String text, int from) {
    int at = from;
    int open = 1;
    while (at < text.length() && open > 0) {
      if (text.startsWith("*/", at)) {
        open--;
        at += 2;
      } else if (text.startsWith("/*", at)) {
        open++;
        at += 2;
      } else {
        at++;
      }
    }
    return at;
  }
}
