package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.notice.NoticeCode;

/**
 * One row of a factor file as text, with its place. Reading a cell as a number adds a notice when
 * it is not a number.
 */
public record FactorRow(ConfRow row, FactorFindings findings) {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

  /** The file of the row. */
  public String file() {
    return row.file();
  }

  /** The line of the row. */
  public int line() {
    return row.line();
  }

  /** {@code file:line}. */
  String place() {
    return row.place();
  }

  /**
   * The cell without surrounding blanks; the empty string when blank or when there is no such
   * column.
   */
  public String text(String column) {
    return row.find(column).orElse("");
  }

  /** The cell without surrounding blanks; null when blank or when there is no such column. */
  public String textOrNull(String column) {
    return row.find(column).orElse(null);
  }

  /**
   * The cell's decimal, digits as printed. Empty when blank, and, with a notice, when it is not a
   * number.
   */
  Optional<BigDecimal> findDecimal(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!DECIMAL.matcher(text).matches()) {
      findings.add(
          FactorNotice.FACTOR_NOT_A_NUMBER,
          place(),
          column + " is '" + text + "'",
          "write a plain decimal such as 26.37, or leave the cell blank");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /** A decimal of zero or more; a negative one is a notice and reads as none. */
  public Optional<BigDecimal> findNonNegative(String column) {
    Optional<BigDecimal> value = findDecimal(column);
    if (value.isPresent() && value.get().signum() < 0) {
      findings.add(
          FactorNotice.FACTOR_NEGATIVE,
          place(),
          column + " is " + value.get().toPlainString(),
          "check the figure against its source");
      return Optional.empty();
    }
    return value;
  }

  /** Like {@link #findNonNegative}, and a blank cell is a notice too. */
  Optional<BigDecimal> findRequired(String column) {
    return isFilled(column) ? findNonNegative(column) : Optional.empty();
  }

  /** Whether the cell is filled; a blank one is a notice. */
  boolean isFilled(String column) {
    if (!text(column).isEmpty()) {
      return true;
    }
    findings.add(
        FactorNotice.FACTOR_CELL_BLANK, place(), column + " is blank", "fill the cell " + column);
    return false;
  }

  public void note(NoticeCode code, String message, String remedy) {
    findings.add(code, place(), message, remedy);
  }
}
