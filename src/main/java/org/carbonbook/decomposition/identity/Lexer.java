package org.carbonbook.decomposition.identity;

import java.util.ArrayList;
import java.util.List;

/** Cuts an identity's text into tokens. Letters of any script may form names. */
final class Lexer {

  private static final String SYMBOLS = "=:*/()[],";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    while (at < text.length()) {
      readOne(text.charAt(at));
    }
    tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
    return tokens;
  }

  private void readOne(char c) {
    if (Character.isWhitespace(c)) {
      at++;
    } else if (SYMBOLS.indexOf(c) >= 0) {
      add(Token.Kind.SYMBOL, String.valueOf(c == ':' ? '=' : c), at + 1);
    } else if (c == '×' || c == '·') {
      add(Token.Kind.SYMBOL, "*", at + 1);
    } else if (c == '÷') {
      add(Token.Kind.SYMBOL, "/", at + 1);
    } else if (c == '"') {
      readQuoted();
    } else if (isDigit(c)) {
      readNumber();
    } else if (Character.isLetter(c) || c == '_') {
      readName();
    } else if (c == '+' || c == '-') {
      throw error(at, "'" + c + "': an identity has products and ratios only; sum beforehand");
    } else {
      throw error(at, "unexpected character '" + c + "'");
    }
  }

  private void readQuoted() {
    int close = text.indexOf('"', at + 1);
    if (close < 0) {
      throw error(at, "the quotation mark is not closed");
    }
    tokens.add(new Token(Token.Kind.QUOTED, text.substring(at + 1, close), at, close + 1));
    at = close + 1;
  }

  private void readNumber() {
    int end = at;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int digits = end + 1;
      if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
        digits++;
      }
      int stop = digits;
      while (stop < text.length() && isDigit(text.charAt(stop))) {
        stop++;
      }
      end = stop > digits ? stop : end;
    }
    if (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      throw error(at, "a name cannot begin with a digit");
    }
    add(Token.Kind.NUMBER, text.substring(at, end), end);
  }

  private void readName() {
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    add(Token.Kind.NAME, text.substring(at, end), end);
  }

  private void add(Token.Kind kind, String shown, int end) {
    tokens.add(new Token(kind, shown, at, end));
    at = end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private IdentityException error(int position, String message) {
    return new IdentityException(text, position, message);
  }
}
