package org.carbonbook.statistics.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value that a sentence states, and how it states it. A figure printed with a number of
 * decimals claims no more than those decimals: "56 %" is anything from 55.5 to 56.5.
 *
 * @param text as stated
 * @param relation how the figure is to be compared
 * @param value the figure; a percentage as a ratio; for a direction its sign
 * @param halfUnit half of the last decimal printed, in the unit of the value
 * @param isPercent whether it is stated in percent
 */
public record ClaimedFigure(
    String text, Relation relation, double value, double halfUnit, boolean isPercent) {

  /** How a sentence qualifies a figure. */
  public enum Relation {
    EQUAL,
    ABOUT,
    MORE_THAN,
    AT_LEAST,
    LESS_THAN,
    AT_MOST,
    DIRECTION
  }

  /** "About" allows a tenth of the figure. */
  private static final double ABOUT = 0.1;

  /** Half of the last decimal is met by a figure that differs from it by rounding only. */
  private static final double ROUNDING = 1e-9;

  private static final Pattern FIGURE =
      Pattern.compile(
          "(>=|<=|>|<|~|≥|≤|≈|about|nearly|more than|over|at least|less than|at most)?\\s*"
              + "([-+−]?[0-9][0-9, ]*(?:\\.[0-9]+)?)\\s*(%|％|percent|pp)?.*");

  /**
   * Reads a figure such as "+91.87 %", "&gt; 18 %", "about 280" or a direction such as "rising".
   */
  public static Optional<ClaimedFigure> find(String text) {
    String said = text.trim().toLowerCase(Locale.ROOT);
    return switch (said) {
      case "rising" -> Optional.of(direction(text, 1));
      case "falling" -> Optional.of(direction(text, -1));
      case "unchanged" -> Optional.of(direction(text, 0));
      default -> {
        Matcher figure = FIGURE.matcher(said);
        yield figure.matches() ? Optional.of(figure(text, figure)) : Optional.empty();
      }
    };
  }

  private static ClaimedFigure direction(String text, int sign) {
    return new ClaimedFigure(text, Relation.DIRECTION, sign, 0, false);
  }

  private static ClaimedFigure figure(String text, Matcher figure) {
    String digits = figure.group(2).replaceAll("[, +]", "").replace('−', '-');
    int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
    boolean percent = figure.group(3) != null && !figure.group(3).equals("pp");
    double unit = percent ? 100 : 1;
    return new ClaimedFigure(
        text,
        relation(figure.group(1)),
        Double.parseDouble(digits) / unit,
        0.5 * Math.pow(10, -decimals) / unit,
        percent);
  }

  private static Relation relation(String word) {
    if (word == null) {
      return Relation.EQUAL;
    }
    return switch (word) {
      case ">", "more than", "over" -> Relation.MORE_THAN;
      case ">=", "≥", "at least" -> Relation.AT_LEAST;
      case "<", "less than" -> Relation.LESS_THAN;
      case "<=", "≤", "at most" -> Relation.AT_MOST;
      default -> Relation.ABOUT;
    };
  }

  /** Whether a figure agrees with what the sentence states. */
  public boolean agrees(double figure) {
    double slack = halfUnit + ROUNDING * Math.max(1, Math.abs(value));
    return switch (relation) {
      case EQUAL -> Math.abs(figure - value) <= slack;
      case ABOUT -> Math.abs(figure - value) <= Math.max(slack, ABOUT * Math.abs(value));
      case MORE_THAN -> figure > value;
      case AT_LEAST -> figure >= value;
      case LESS_THAN -> figure < value;
      case AT_MOST -> figure <= value;
      case DIRECTION -> Math.signum(figure) == value;
    };
  }

  /**
   * A figure in the form of the stated one: in percent where that is in percent, with as many
   * decimals as stated and at least one; else with up to four.
   */
  public String print(double figure) {
    if (!isPercent) {
      return BigDecimal.valueOf(figure)
          .setScale(4, RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString();
    }
    int decimals = Math.max(1, (int) -Math.round(Math.log10(2 * halfUnit * 100)));
    return String.format(Locale.ROOT, "%." + decimals + "f %%", figure * 100);
  }
}
