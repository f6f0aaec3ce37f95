package org.carbonbook.factor.value;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The activity years a factor may be used for, both ends included; {@code null} is an open end.
 *
 * @param from first year, or null
 * @param to last year, or null
 */
public record Validity(Integer from, Integer to) implements Serializable {
  public static final Validity ALWAYS = new Validity(null, null);
  private static final Pattern FORM = Pattern.compile("(\\d{4})?\\.\\.(\\d{4})?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /**
   * Reads {@code 1990..2020}, {@code 1990..} or {@code ..2020}; empty when the text has another
   * form.
   */
  public static Optional<Validity> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    return ordered(year(form.group(1)), year(form.group(2)));
  }

  /** The validity that two cells state; a blank cell means the validity of the file. */
  public static Optional<Validity> ofCells(String from, String to, Validity ofFile) {
    if (!isYearOrBlank(from) || !isYearOrBlank(to)) {
      return Optional.empty();
    }
    return ordered(from.isEmpty() ? ofFile.from : year(from), to.isEmpty() ? ofFile.to : year(to));
  }

  boolean contains(int year) {
    return (from == null || year >= from) && (to == null || year <= to);
  }

  public boolean overlaps(Validity other) {
    return (from == null || other.to == null || from <= other.to)
        && (other.from == null || to == null || other.from <= to);
  }

  /** The years that both contain. The two must overlap. */
  public Validity and(Validity other) {
    Integer later = from == null || (other.from != null && other.from > from) ? other.from : from;
    Integer sooner = to == null || (other.to != null && other.to < to) ? other.to : to;
    return new Validity(later, sooner);
  }

  @Override
  public String toString() {
    return (from == null ? "" : from) + ".." + (to == null ? "" : to);
  }

  private static Optional<Validity> ordered(Integer from, Integer to) {
    boolean reversed = from != null && to != null && from > to;
    return reversed ? Optional.empty() : Optional.of(new Validity(from, to));
  }

  private static boolean isYearOrBlank(String text) {
    return text.isEmpty() || YEAR.matcher(text).matches();
  }

  private static Integer year(String text) {
    return text == null || text.isEmpty() ? null : Integer.valueOf(text);
  }
}
