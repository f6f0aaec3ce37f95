package org.carbonbook.decomposition.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Recursive descent over this grammar:
 *
 * <pre>
 * identity = term "=" factor { "*" factor } [ "by" name { "," name } ] [ "over" name ]
 * factor   = atom { "/" atom } [ "as" ( name | quoted ) ]
 * atom     = number | term | "(" product ")"
 * product  = atom { ( "*" | "/" ) atom }
 * term     = name [ "[" name { "," name } "]" ]
 * </pre>
 */
final class IdentityParser {

  private final String text;
  private final List<Token> tokens;
  private int at;

  IdentityParser(String text) {
    this.text = text;
    this.tokens = new Lexer(text).tokens();
  }

  /** The identity as written, not yet checked. */
  Identity parse() {
    Term left = term();
    expect("=", "behind the left side");
    List<Factor> factors = new ArrayList<>();
    do {
      factors.add(factor());
    } while (accept("*"));
    List<String> by = acceptWord("by") ? names() : List.of();
    String time = acceptWord("over") ? name("a time column") : null;
    if (peek().kind() != Token.Kind.END) {
      throw error(peek(), "expected '*', '/', 'by' or the end but found " + peek().shown());
    }
    return new Identity(text, left, factors, null, by, time);
  }

  private Factor factor() {
    int start = peek().start();
    Product product = atom();
    while (accept("/")) {
      product = product.over(atom());
    }
    String shown = withoutParentheses(text.substring(start, tokens.get(at - 1).end()));
    if (product.powers().isEmpty()) {
      throw new IdentityException(
          text, start, "'" + shown + "' is a number: write it inside a factor");
    }
    String name = acceptWord("as") ? factorName() : shown;
    return new Factor(name, shown, product.coefficient(), product.powers(), start);
  }

  private String factorName() {
    if (peek().kind() == Token.Kind.QUOTED) {
      return next().text();
    }
    return name("a factor name");
  }

  private Product atom() {
    Token token = peek();
    if (token.kind() == Token.Kind.NUMBER) {
      return Product.number(number(next()));
    }
    if (accept("(")) {
      Product inner = product();
      if (!accept(")")) {
        throw error(peek(), "expected ')' but found " + peek().shown());
      }
      return inner;
    }
    if (token.kind() != Token.Kind.NAME) {
      throw error(token, "expected a variable, a number or '(' but found " + token.shown());
    }
    return Product.of(new Power(term(), 1, token.start()));
  }

  private Product product() {
    Product product = atom();
    while (true) {
      if (accept("*")) {
        product = product.times(atom());
      } else if (accept("/")) {
        product = product.over(atom());
      } else {
        return product;
      }
    }
  }

  private double number(Token token) {
    double value;
    try {
      value = Double.parseDouble(token.text());
    } catch (NumberFormatException e) {
      throw error(token, token.shown() + " is not a number");
    }
    if (value == 0) {
      throw error(token, "a factor of zero");
    }
    return value;
  }

  private Term term() {
    String variable = name("a variable");
    List<String> indices = new ArrayList<>();
    if (accept("[")) {
      do {
        Token token = peek();
        String index = name("an index");
        if (indices.contains(index)) {
          throw error(token, "index '" + index + "' occurs twice");
        }
        indices.add(index);
      } while (accept(","));
      if (!accept("]")) {
        throw error(peek(), "expected ',' or ']' but found " + peek().shown());
      }
    }
    return new Term(variable, indices);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    do {
      names.add(name("a column"));
    } while (accept(","));
    return names;
  }

  private String name(String what) {
    if (peek().kind() != Token.Kind.NAME) {
      throw error(peek(), "expected " + what + " but found " + peek().shown());
    }
    return next().text();
  }

  private void expect(String symbol, String where) {
    if (!accept(symbol)) {
      throw error(peek(), "expected '" + symbol + "' " + where + " but found " + peek().shown());
    }
  }

  private boolean accept(String symbol) {
    if (peek().is(symbol)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean acceptWord(String word) {
    if (peek().isWord(word)) {
      at++;
      return true;
    }
    return false;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    return tokens.get(at++);
  }

  private IdentityException error(Token token, String message) {
    return new IdentityException(text, token.start(), message);
  }

  /** The text inside one pair of parentheses that encloses all of it. */
  private static String withoutParentheses(String shown) {
    if (!shown.startsWith("(") || !shown.endsWith(")")) {
      return shown;
    }
    int depth = 0;
    for (int i = 0; i < shown.length() - 1; i++) {
      depth += shown.charAt(i) == '(' ? 1 : shown.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return shown;
      }
    }
    return withoutParentheses(shown.substring(1, shown.length() - 1).strip());
  }
}
