package org.carbonbook.industry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of an edition: a publication and, usually, the year at the end. */
public final class EditionName {

  private static final Pattern LAST_YEAR =
      Pattern.compile("^(.*?)[\\s,，]*(?:\\b(?i:vintage|edition)\\s+)?((?:19|20)\\d{2})\\s*年?版?$");

  private EditionName() {}

  /**
   * The publication of an edition: its name without the year at its end, and without the word that
   * only says what the year is.
   */
  public static String publicationOf(String edition) {
    if (edition == null || edition.isBlank()) {
      return "edition not stated";
    }
    Matcher matcher = LAST_YEAR.matcher(edition.trim());
    return matcher.matches() && !matcher.group(1).isBlank() ? matcher.group(1) : edition.trim();
  }

  /** The year at the end of an edition's name; 0 where there is none. */
  public static int yearOf(String edition) {
    Matcher matcher = LAST_YEAR.matcher(edition == null ? "" : edition.trim());
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
  }
}
