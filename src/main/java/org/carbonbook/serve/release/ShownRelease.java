package org.carbonbook.serve.release;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state that readers see at one time: the tables of a release, pinned to its versions, and the
 * ledger as of the moment when this was made. Never changed: a new release is a new object.
 *
 * @param release its id, e.g. {@code R3}
 * @param number its number
 * @param tables by name with schema
 */
public record ShownRelease(String release, long number, SortedMap<String, ShownTable> tables) {

  public ShownRelease {
    tables = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** A table by its name with schema, in any case. */
  public Optional<ShownTable> findTable(String schema, String table) {
    return Optional.ofNullable(tables.get((schema + "." + table).toLowerCase(Locale.ROOT)));
  }
}
