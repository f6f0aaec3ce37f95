package org.carbonbook.statistics.growth;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which prices a value is: current, constant of a base year, or none because it is not money.
 *
 * @param kind the kind of basis
 * @param baseYear the base year of constant prices; 0 for the other kinds
 */
public record PriceBasis(Kind kind, int baseYear) implements Serializable {

  /** The kinds of price basis. */
  public enum Kind {
    NOT_MONEY,
    CURRENT,
    CONSTANT
  }

  private static final Pattern CONSTANT_TEXT = Pattern.compile("constant\\D*([0-9]{4})");

  public PriceBasis {
    if ((kind == Kind.CONSTANT) != (baseYear != 0)) {
      throw new IllegalArgumentException("constant prices, and only they, have a base year");
    }
  }

  /** Of quantities that are not money. */
  public static PriceBasis notMoney() {
    return new PriceBasis(Kind.NOT_MONEY, 0);
  }

  /** Prices of each year itself. */
  public static PriceBasis current() {
    return new PriceBasis(Kind.CURRENT, 0);
  }

  /** Prices of one year throughout. */
  public static PriceBasis constant(int baseYear) {
    return new PriceBasis(Kind.CONSTANT, baseYear);
  }

  /** As tables print it: "not money", "current", "constant 2000". */
  public String text() {
    return switch (kind) {
      case NOT_MONEY -> "not money";
      case CURRENT -> "current";
      case CONSTANT -> "constant " + baseYear;
    };
  }

  /** The basis that tables print so. */
  public static Optional<PriceBasis> findByText(String text) {
    String wanted = text.trim().toLowerCase(Locale.ROOT);
    Matcher constant = CONSTANT_TEXT.matcher(wanted);
    if (constant.matches()) {
      return Optional.of(constant(Integer.parseInt(constant.group(1))));
    }
    return switch (wanted) {
      case "current", "current prices" -> Optional.of(current());
      case "not money", "" -> Optional.of(notMoney());
      default -> Optional.empty();
    };
  }
}
