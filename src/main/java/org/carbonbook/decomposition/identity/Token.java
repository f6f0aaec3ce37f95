package org.carbonbook.decomposition.identity;

/**
 * A piece of an identity's text.
 *
 * @param kind what it is
 * @param text the characters, without quotes
 * @param start first character's position
 * @param end position behind the last character
 */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    NAME,
    NUMBER,
    QUOTED,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
