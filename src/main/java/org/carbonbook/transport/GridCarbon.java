package org.carbonbook.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorSeries;
import org.carbonbook.notice.Notice;

/** The factor of electricity of a region and year, by the policy of the default factor set. */
final class GridCarbon {

  private final Map<String, GridFactor> factors = new HashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  /** Finds the factors of all regions for the years in which their vehicles are charged. */
  GridCarbon(FactorTables tables, Map<String, Set<Integer>> yearsByRegion) {
    tables
        .findDefaultSet()
        .ifPresent(
            set ->
                yearsByRegion.forEach(
                    (region, years) -> {
                      if (tables.findRegion(region).isPresent()) {
                        add(region, years, tables.findGridFactors(set, region, years));
                      }
                    }));
  }

  private void add(String region, Set<Integer> years, GridFactorSeries series) {
    for (int year : years) {
      series.get(year).findFactor().ifPresent(factor -> factors.put(region + "/" + year, factor));
    }
    notices.addAll(series.listNotices());
  }

  Optional<GridFactor> find(String region, int year) {
    return Optional.ofNullable(factors.get(region + "/" + year));
  }

  List<Notice> notices() {
    return notices;
  }
}
