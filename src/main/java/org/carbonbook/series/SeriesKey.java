package org.carbonbook.series;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a series of one region measures, and the publication that it is from. Editions of one
 * publication (its name without the year) make one series, the latest edition counting for each
 * year; two publications never do.
 *
 * @param sector null where the indicator has none
 * @param item null likewise
 * @param basis null likewise
 */
record SeriesKey(String indicator, String sector, String item, String basis, String publication)
    implements Serializable, Comparable<SeriesKey> {

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::base).thenComparing(SeriesKey::publication);

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
