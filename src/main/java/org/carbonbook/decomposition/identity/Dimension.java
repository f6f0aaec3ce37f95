package org.carbonbook.decomposition.identity;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A declared unit as a product of base symbols: {@code t_co2/kWh}, {@code yuan/person}, {@code 1}.
 * Symbols are compared as written, so {@code kg} and {@code t} are different dimensions: an
 * identity has no place for a hidden conversion.
 *
 * @param exponents exponent of each symbol, none of them 0
 */
public record Dimension(Map<String, Integer> exponents) implements Serializable {

  /** The dimension of a quantity without a unit. */
  public static final Dimension NONE = new Dimension(Map.of());

  public Dimension {
    exponents = Map.copyOf(exponents);
  }

  /**
   * Reads {@code a*b^2/c*d}; a symbol after a {@code /} is in the denominator; a {@code *} returns
   * to the numerator.
   *
   * @throws IdentityException when the text is not a unit
   */
  public static Dimension parse(String unit) {
    Map<String, Integer> exponents = new TreeMap<>();
    int sign = 1;
    for (String token : unit.strip().split("(?=[*/])|(?<=[*/])")) {
      String part = token.strip();
      if (part.equals("*") || part.equals("/")) {
        sign = part.equals("*") ? 1 : -1;
      } else if (!part.equals("1")) {
        addPart(exponents, part, sign, unit);
        sign = 1;
      }
    }
    exponents.values().removeIf(e -> e == 0);
    return new Dimension(exponents);
  }

  private static void addPart(Map<String, Integer> exponents, String part, int sign, String unit) {
    int caret = part.indexOf('^');
    String symbol = caret < 0 ? part : part.substring(0, caret);
    String exponent = caret < 0 ? "1" : part.substring(caret + 1);
    if (symbol.isBlank() || !exponent.matches("-?[0-9]{1,2}")) {
      throw new IdentityException("'" + unit + "' is not a unit: write it like t_co2/kWh or m^2");
    }
    exponents.merge(symbol.strip(), sign * Integer.parseInt(exponent), Integer::sum);
  }

  /** This dimension times a power of another. */
  Dimension times(Dimension other, int exponent) {
    Map<String, Integer> product = new TreeMap<>(exponents);
    other.exponents.forEach((s, e) -> product.merge(s, e * exponent, Integer::sum));
    product.values().removeIf(e -> e == 0);
    return new Dimension(product);
  }

  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder();
    new TreeMap<>(exponents)
        .forEach(
            (s, e) ->
                shown
                    .append(shown.length() == 0 ? "" : " ")
                    .append(s)
                    .append(e == 1 ? "" : "^" + e));
    return shown.length() == 0 ? "1" : shown.toString();
  }
}
