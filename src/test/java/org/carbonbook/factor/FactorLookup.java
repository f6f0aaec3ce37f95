package org.carbonbook.factor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.factor.grid.GridFactorFinder;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.factor.value.CoefficientBasis;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.EnergyCoefficient;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.factor.value.SectorGroup;

/** Looks single factors up in a library, so that tests can name the one they check. */
final class FactorLookup {

  private final FactorLibrary library;

  FactorLookup(FactorLibrary library) {
    this.library = library;
  }

  /** The factor of a gas that is valid in a year, for a group of sectors or for all. */
  Optional<EmissionFactor> emission(
      String set, String fuel, String gas, SectorGroup group, int year) {
    return library.listEmissionFactors(set).stream()
        .filter(f -> f.fuel().equals(fuel) && f.gas().equals(gas) && f.isValidIn(year))
        .filter(f -> List.of(SectorGroup.ALL.code(), group.code()).contains(f.sectorGroup()))
        .findFirst();
  }

  Optional<EnergyCoefficient> coefficient(String set, String fuel, CoefficientBasis basis) {
    return library.listEnergyCoefficients().stream()
        .filter(c -> c.factorSet().equals(set) && c.fuel().equals(fuel))
        .filter(c -> c.basis().equals(basis.code()))
        .findFirst();
  }

  /** The potential of a gas by the report and horizon of a set. */
  double gwp(String set, String gas) {
    var declared = library.getFactorSet(set);
    return library.listGwps().stream()
        .filter(g -> g.report().equals(declared.gwpReport()) && g.gas().equals(gas))
        .filter(g -> g.horizonYears() == declared.gwpHorizonYears())
        .findFirst()
        .orElseThrow()
        .gwp();
  }

  /** The grid factor of a region in one year. */
  GridFactorResult grid(String set, String region, int year) {
    return new GridFactorFinder(new RegionList(library.listRegions()), library.listGridFactors())
        .findSeries(set, library.getFactorSet(set).grid(), region, Set.of(year))
        .get(year);
  }
}
