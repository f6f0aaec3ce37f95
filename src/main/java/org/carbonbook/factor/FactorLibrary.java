package org.carbonbook.factor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.factor.file.FactorFileReader;
import org.carbonbook.factor.file.FactorFiles;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.file.FuelListReader;
import org.carbonbook.factor.file.RegionListReader;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.set.CoefficientResolver;
import org.carbonbook.factor.set.EmissionFactorResolver;
import org.carbonbook.factor.set.FactorSet;
import org.carbonbook.factor.set.FactorSetFile;
import org.carbonbook.factor.set.FactorSetLint;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.EnergyCoefficient;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.Gwp;
import org.carbonbook.factor.value.PublishedFactor;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.notice.Notice;
import org.carbonbook.unit.UnitRegistry;

/**
 * The factor sets of {@code conf/factor-sets.yaml} with every factor they resolve to, and the
 * published tables behind them. Immutable. Loading does not fail on invalid data: {@link
 * #listNotices()} returns the findings, and invalid rows are not used.
 */
final class FactorLibrary {

  private final List<FactorSet> sets;
  private final List<EmissionFactor> emissionFactors;
  private final List<EnergyCoefficient> energyCoefficients;
  private final List<PublishedFactor> publishedFactors;
  private final List<GridFactor> gridFactors;
  private final List<Gwp> gwps;
  private final FuelList fuels;
  private final RegionList regions;
  private final List<Notice> notices;

  private FactorLibrary(
      List<FactorSet> sets,
      FuelList fuels,
      RegionList regions,
      FactorFiles files,
      FactorFindings findings) {
    EmissionFactorResolver resolver = new EmissionFactorResolver(files, fuels, findings);
    CoefficientResolver coefficients = new CoefficientResolver(files, fuels);
    FactorSetLint lint = new FactorSetLint(files, findings);
    List<EmissionFactor> factors = new ArrayList<>();
    List<EnergyCoefficient> tce = new ArrayList<>();
    for (FactorSet set : sets) {
      lint.check(set);
      factors.addAll(resolver.emissionFactors(set));
      tce.addAll(coefficients.list(set));
    }
    this.sets = List.copyOf(sets);
    this.emissionFactors = List.copyOf(factors);
    this.energyCoefficients = List.copyOf(tce);
    this.publishedFactors = files.published().values().stream().flatMap(List::stream).toList();
    this.gridFactors = List.copyOf(files.grids());
    this.gwps = List.copyOf(files.gwps());
    this.fuels = fuels;
    this.regions = regions;
    this.notices = findings.list();
  }

  /**
   * Reads {@code factor-sets.yaml}, {@code factors/}, {@code fuel-groups.csv}, {@code regions.csv}.
   */
  public static FactorLibrary load(Path confDir) {
    FactorFindings findings = new FactorFindings();
    FactorFileReader csv = new FactorFileReader(confDir, findings);
    FuelList fuels = FuelListReader.read(csv, findings);
    RegionList regions = RegionListReader.read(csv, findings);
    FactorFiles files = new FactorFiles(fuels, regions, units(confDir, findings), findings);
    files.read(confDir, csv);
    List<FactorSet> sets = new FactorSetFile(findings).read(confDir);
    return new FactorLibrary(sets, fuels, regions, files, findings);
  }

  private static UnitRegistry units(Path confDir, FactorFindings findings) {
    try {
      return UnitRegistry.load(confDir.resolve("units.csv"));
    } catch (IllegalArgumentException e) {
      findings.add(
          FactorNotice.FACTOR_UNITS_UNREADABLE,
          "conf/units.csv",
          e.getMessage(),
          "correct the file: without it no unit of a factor is known");
      return UnitRegistry.EMPTY;
    }
  }

  /** The findings of loading, in the order of the files. */
  public List<Notice> listNotices() {
    return notices;
  }

  public List<FactorSet> listFactorSets() {
    return sets;
  }

  /** The sets that a run computes. */
  public List<FactorSet> listActiveSets() {
    return sets.stream().filter(FactorSet::isActive).toList();
  }

  /**
   * The set of that name.
   *
   * @throws NoSuchElementException naming the nearest sets
   */
  public FactorSet getFactorSet(String name) {
    return sets.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknownSet(name));
  }

  private NoSuchElementException unknownSet(String name) {
    List<String> names = sets.stream().map(FactorSet::name).toList();
    return new NoSuchElementException(
        "no factor set '"
            + name
            + "' in conf/factor-sets.yaml; nearest: "
            + NearestNames.of(name, names));
  }

  /** Every factor of every set: the rows of {@code core.emission_factor}. */
  public List<EmissionFactor> listEmissionFactors() {
    return emissionFactors;
  }

  public List<EmissionFactor> listEmissionFactors(String factorSet) {
    return emissionFactors.stream().filter(f -> f.factorSet().equals(factorSet)).toList();
  }

  /** Every standard-coal coefficient of every set: the rows of {@code core.energy_coefficient}. */
  public List<EnergyCoefficient> listEnergyCoefficients() {
    return energyCoefficients;
  }

  /** Every row of the published tables of fuels, used by a set or not. */
  List<PublishedFactor> listPublishedFactors() {
    return publishedFactors;
  }

  /** Every grid factor, rejected ones too: the rows of {@code core.grid_factor}. */
  public List<GridFactor> listGridFactors() {
    return gridFactors;
  }

  /** Every global warming potential: the rows of {@code core.gwp}. */
  public List<Gwp> listGwps() {
    return gwps;
  }

  public List<Fuel> listFuels() {
    return fuels.fuels();
  }

  public List<Region> listRegions() {
    return regions.regions();
  }
}
