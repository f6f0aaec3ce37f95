package org.carbonbook.attribution;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.conf.ConfTable;

/**
 * Columns of balances that later editions print apart from a column of remainders, from {@code
 * conf/balance-column-splits.csv}. When only one of two balances prints such a column, the
 * remainder does not hold the same in both.
 */
final class ColumnSplits {

  static final String FILE = "balance-column-splits.csv";

  private final Map<String, Set<String>> partsOf = new TreeMap<>();

  /** Splits by remainder: the columns that were printed within it. */
  ColumnSplits(Map<String, ? extends Set<String>> partsOf) {
    partsOf.forEach((remainder, parts) -> this.partsOf.put(remainder, new TreeSet<>(parts)));
  }

  static ColumnSplits read(Path configuration) {
    Map<String, Set<String>> partsOf = new TreeMap<>();
    ConfTable.read(configuration.resolve(FILE))
        .requireColumns("fuel", "remainder")
        .rows()
        .forEach(
            row ->
                partsOf
                    .computeIfAbsent(row.filled("remainder"), k -> new TreeSet<>())
                    .add(row.filled("fuel")));
    return new ColumnSplits(partsOf);
  }

  /** A column that only one of two balances prints apart from a column, if there is one. */
  Optional<String> findPartInOneOnly(String fuel, Balance one, Balance other) {
    return partsOf.getOrDefault(fuel, Set.of()).stream()
        .filter(part -> one.columns().contains(part) != other.columns().contains(part))
        .findFirst();
  }
}
