package org.carbonbook.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of series names: {@code *} is anything, {@code {sector}} one sector. */
final class SeriesPattern {

  static final String SECTOR = "{sector}";

  private final Pattern pattern;
  private final boolean bound;

  private SeriesPattern(Pattern pattern, boolean bound) {
    this.pattern = pattern;
    this.bound = bound;
  }

  static SeriesPattern of(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(SECTOR, i)) {
        regex.append("(?<sector>[^.]+)");
        i += SECTOR.length() - 1;
      } else if (text.charAt(i) == '*') {
        regex.append(".*");
      } else {
        regex.append(Pattern.quote(String.valueOf(text.charAt(i))));
      }
    }
    return new SeriesPattern(Pattern.compile(regex.toString()), text.contains(SECTOR));
  }

  boolean matches(SeriesKey key) {
    return findBinding(key).isPresent();
  }

  /** The sector the pattern binds, blank where it binds none; empty where it does not match. */
  Optional<String> findBinding(SeriesKey key) {
    Matcher matcher = pattern.matcher(key.base());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(bound ? matcher.group("sector") : "");
  }
}
