package org.carbonbook.statistics.claim;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A source of the series that claims refer to: a file, a mart, or the claims file itself. */
public interface SeriesSource {

  /** Every series there is. */
  List<NamedSeries> listAll();

  /** The series of that name, one to each price basis; of every region where none is given. */
  default List<NamedSeries> listByName(String name, Optional<String> region) {
    return listAll().stream()
        .filter(series -> series.name().equals(name))
        .filter(series -> region.isEmpty() || region.equals(series.region()))
        .toList();
  }

  /** The names of all series. */
  default SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    listAll().forEach(series -> names.add(series.name()));
    return names;
  }

  /** Both sources together. */
  default SeriesSource and(SeriesSource other) {
    return () -> {
      List<NamedSeries> all = new java.util.ArrayList<>(listAll());
      all.addAll(other.listAll());
      return all;
    };
  }
}
