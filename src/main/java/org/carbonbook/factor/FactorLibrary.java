package org.carbonbook.factor;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.carbonbook.factor.file.FactorFileReader;
import org.carbonbook.factor.file.FactorFiles;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.file.FuelListReader;
import org.carbonbook.factor.file.RegionListReader;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorFinder;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.factor.set.CoefficientResolver;
import org.carbonbook.factor.set.EmissionFactorResolver;
import org.carbonbook.factor.set.FactorSet;
import org.carbonbook.factor.set.FactorSetFile;
import org.carbonbook.factor.set.FactorSetLint;
import org.carbonbook.factor.value.CoefficientBasis;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.EnergyCoefficient;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.Gwp;
import org.carbonbook.factor.value.PublishedFactor;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.notice.NearestNames;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.unit.UnitRegistry;

/**
 * The factor sets of {@code conf/factor-sets.yaml} with every factor they resolve to, and the
 * published tables behind them. Immutable. Loading never fails on bad data: what is wrong is in
 * {@link #listNotices()}, and a row that is wrong is not used.
 */
public final class FactorLibrary implements Serializable {
  private static final long serialVersionUID = 1;

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

  /** What was found while loading, in the order it was found. */
  public List<Notice> listNotices() {
    return notices;
  }

  /** Whether the data can be used: no notice of severity ERROR. */
  public boolean isSound() {
    return notices.stream().noneMatch(n -> n.severity() == Severity.ERROR);
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

  /**
   * The factor valid in a year. Where the gas has one factor for all sectors, that one answers for
   * every group.
   *
   * @param gas {@code CO2}, {@code CH4} or {@code N2O}
   */
  public Optional<EmissionFactor> findEmissionFactor(
      String factorSet, String fuel, String gas, SectorGroup group, int year) {
    return emissionFactors.stream()
        .filter(f -> f.factorSet().equals(factorSet) && f.fuel().equals(fuel))
        .filter(f -> f.gas().equals(gas) && answersFor(f, group) && f.isValidIn(year))
        .findFirst();
  }

  private static boolean answersFor(EmissionFactor factor, SectorGroup group) {
    return factor.sectorGroup().equals(SectorGroup.ALL.code())
        || factor.sectorGroup().equals(group.code());
  }

  /** Every standard-coal coefficient of every set: the rows of {@code core.energy_coefficient}. */
  public List<EnergyCoefficient> listEnergyCoefficients() {
    return energyCoefficients;
  }

  public Optional<EnergyCoefficient> findEnergyCoefficient(
      String factorSet, String fuel, CoefficientBasis basis) {
    return energyCoefficients.stream()
        .filter(c -> c.factorSet().equals(factorSet) && c.fuel().equals(fuel))
        .filter(c -> c.basis().equals(basis.code()))
        .findFirst();
  }

  /** Every row of the published tables of fuels, used by a set or not. */
  public List<PublishedFactor> listPublishedFactors() {
    return publishedFactors;
  }

  /** Every grid factor, rejected ones too: the rows of {@code core.grid_factor}. */
  public List<GridFactor> listGridFactors() {
    return gridFactors;
  }

  /**
   * The grid factor of a region and year by the set's policy.
   *
   * @throws NoSuchElementException when there is no such set
   */
  public GridFactorResult findGridFactor(String factorSet, String regionCode, int year) {
    return new GridFactorFinder(regions, gridFactors)
        .find(factorSet, getFactorSet(factorSet).grid(), regionCode, year);
  }

  /** Every global warming potential: the rows of {@code core.gwp}. */
  public List<Gwp> listGwps() {
    return gwps;
  }

  /**
   * The potential of a gas by the report and horizon of a set.
   *
   * @throws NoSuchElementException when there is no such set, or its report lacks the gas
   */
  public Gwp getGwp(String factorSet, String gas) {
    FactorSet set = getFactorSet(factorSet);
    return gwps.stream()
        .filter(g -> g.report().equals(set.gwpReport()) && g.gas().equals(gas))
        .filter(g -> g.horizonYears() == set.gwpHorizonYears())
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no GWP of "
                        + gas
                        + " in "
                        + set.gwpReport()
                        + " over "
                        + set.gwpHorizonYears()
                        + " years; add it to conf/factors/gwp.csv"));
  }

  /**
   * One notice per fuel of the set whose factors do not hold in the year; such an activity has no
   * factor.
   */
  public List<Notice> listValidityNotices(String factorSet, int year) {
    return fuels.fuels().stream()
        .filter(f -> isOutside(factorSet, f.fuel(), year))
        .map(
            f ->
                Notice.of(
                    FactorNotice.FACTOR_OUTSIDE_VALIDITY,
                    factorSet + " " + f.fuel() + " " + year,
                    "no factor of " + f.fuel() + " is valid in " + year,
                    "choose another set in conf/factor-sets.yaml, or widen # valid with a reason"))
        .toList();
  }

  private boolean isOutside(String factorSet, String fuel, int year) {
    List<EmissionFactor> ofFuel =
        listEmissionFactors(factorSet).stream().filter(f -> f.fuel().equals(fuel)).toList();
    return !ofFuel.isEmpty() && ofFuel.stream().noneMatch(f -> f.isValidIn(year));
  }

  public List<Fuel> listFuels() {
    return fuels.fuels();
  }

  public Optional<Fuel> findFuel(String fuel) {
    return fuels.find(fuel);
  }

  public List<Region> listRegions() {
    return regions.regions();
  }

  public Optional<Region> findRegion(String regionCode) {
    return regions.find(regionCode);
  }
}
