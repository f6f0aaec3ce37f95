package org.carbonbook.industry;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a series of one region measures and which publication says so. Editions of one publication
 * (its name without the year) make one series, the latest edition counting for each year; two
 * publications never do.
 *
 * @param sector null where the indicator has none
 * @param item null likewise
 * @param basis null likewise
 */
record SeriesKey(String indicator, String sector, String item, String basis, String publication)
    implements Serializable, Comparable<SeriesKey> {

  private static final Pattern LAST_YEAR =
      Pattern.compile("^(.*?)[\\s,，]*((?:19|20)\\d{2})\\s*年?版?$");
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::base).thenComparing(SeriesKey::publication);

  /** The publication of an edition: its name without the year at its end. */
  static String publicationOf(String edition) {
    if (edition == null || edition.isBlank()) {
      return "edition not stated";
    }
    Matcher matcher = LAST_YEAR.matcher(edition.trim());
    return matcher.matches() && !matcher.group(1).isBlank() ? matcher.group(1) : edition.trim();
  }

  /** The year at the end of an edition's name; 0 where there is none. */
  static int editionYear(String edition) {
    Matcher matcher = LAST_YEAR.matcher(edition == null ? "" : edition.trim());
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
  }

  /** indicator.sector.item.basis, without the parts it does not have. */
  String base() {
    return Stream.of(indicator, sector, item, basis)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  /** The name of the whole series. */
  String name() {
    return base() + " @ " + publication;
  }

  SeriesKey withBasis(String other) {
    return new SeriesKey(indicator, sector, item, other, publication);
  }

  SeriesKey withSector(String other) {
    return new SeriesKey(indicator, other, item, basis, publication);
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
