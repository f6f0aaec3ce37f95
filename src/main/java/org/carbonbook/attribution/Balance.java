package org.carbonbook.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.industry.EditionName;

/**
 * The CO2 and energy of one region and year by one edition of its energy balance.
 *
 * @param regionCode region
 * @param year year
 * @param edition edition of the balance
 * @param rank priority of the edition, 1 counts first
 * @param factorSet factor set of the emissions
 * @param columns columns that the balance prints, with or without figures
 * @param rows rows that it prints, with or without figures
 * @param figures one figure for each scope, row and column
 */
record Balance(
    String regionCode,
    int year,
    String edition,
    int rank,
    String factorSet,
    Set<String> columns,
    Set<String> rows,
    List<EmissionFigure> figures) {

  Balance {
    columns = Set.copyOf(columns);
    rows = Set.copyOf(rows);
    figures = List.copyOf(figures);
  }

  /** The same balance with the figures of some scopes only. */
  Balance ofScopes(Set<Integer> scopes) {
    List<EmissionFigure> kept =
        figures.stream().filter(figure -> scopes.contains(figure.scope())).toList();
    return new Balance(regionCode, year, edition, rank, factorSet, columns, rows, kept);
  }

  /** Whether it has a figure of each of the scopes. */
  boolean hasScopes(Set<Integer> scopes) {
    return scopes.stream()
        .allMatch(scope -> figures.stream().anyMatch(figure -> figure.scope() == scope));
  }

  String publication() {
    return EditionName.publicationOf(edition);
  }

  boolean printsRow(String sector) {
    return rows.contains(sector);
  }

  Optional<EmissionFigure> find(String sector, String fuel) {
    return figures.stream()
        .filter(f -> f.sector().equals(sector) && f.fuel().equals(fuel))
        .findFirst();
  }
}
