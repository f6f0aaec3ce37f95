package org.carbonbook.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.industry.EditionName;

/**
 * The scope 1 CO2 and energy of one region and year by one edition of its energy balance.
 *
 * @param regionCode region
 * @param year year
 * @param edition edition of the balance
 * @param rank priority of the edition, 1 counts first
 * @param factorSet factor set of the emissions
 * @param columns columns that the balance prints, with or without figures
 * @param figures one figure for each row and column
 */
record Balance(
    String regionCode,
    int year,
    String edition,
    int rank,
    String factorSet,
    Set<String> columns,
    List<EmissionFigure> figures) {

  Balance {
    columns = Set.copyOf(columns);
    figures = List.copyOf(figures);
  }

  String publication() {
    return EditionName.publicationOf(edition);
  }

  boolean printsRow(String sector) {
    return figures.stream().anyMatch(f -> f.sector().equals(sector));
  }

  Optional<EmissionFigure> find(String sector, String fuel) {
    return figures.stream()
        .filter(f -> f.sector().equals(sector) && f.fuel().equals(fuel))
        .findFirst();
  }
}
