package org.carbonbook.factor.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.Gwp;
import org.carbonbook.factor.value.PublishedFactor;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.unit.UnitRegistry;

/** Every table of {@code conf/factors}, read by its kind, in the order of the files' names. */
public final class FactorFiles {
  private static final String FOLDER = "factors";

  private final FuelList fuels;
  private final RegionList regions;
  private final UnitRegistry units;
  private final FactorFindings findings;

  private final Map<String, List<PublishedFactor>> published = new LinkedHashMap<>();
  private final Map<String, List<GasRow>> gases = new LinkedHashMap<>();
  private final Map<String, List<GasRow>> mobileGases = new LinkedHashMap<>();
  private final Map<String, List<CoefficientRow>> coefficients = new LinkedHashMap<>();
  private final Map<String, List<HeatRow>> heats = new LinkedHashMap<>();
  private final Map<String, List<FuelMapping>> mappings = new LinkedHashMap<>();
  private final List<GridFactor> grids = new ArrayList<>();
  private final List<Gwp> gwps = new ArrayList<>();

  public FactorFiles(
      FuelList fuels, RegionList regions, UnitRegistry units, FactorFindings findings) {
    this.units = units;
    this.fuels = fuels;
    this.regions = regions;
    this.findings = findings;
  }

  public void read(Path confDir, FactorFileReader csv) {
    for (String name : names(confDir)) {
      csv.read(FOLDER + "/" + name).ifPresent(this::add);
    }
  }

  private Set<String> names(Path confDir) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(confDir.resolve(FOLDER))) {
      files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".csv"))
          .forEach(names::add);
    } catch (IOException e) {
      findings.add(
          FactorNotice.FACTOR_FILE_MISSING,
          "conf/" + FOLDER,
          e.getClass().getSimpleName() + ": " + e.getMessage(),
          "restore the folder, or point --conf at the one that has it");
    }
    return names;
  }

  private void add(FactorFile table) {
    switch (table.kind()) {
      case "fuel" -> published.put(table.name(), new FuelTableReader(units, findings).read(table));
      case "gas" -> gases.put(table.name(), new GasTableReader(findings).read(table));
      case "mobile_gas" -> mobileGases.put(table.name(), new MobileGasReader(findings).read(table));
      case "coefficient" ->
          coefficients.put(table.name(), new CoefficientReader(units, findings).read(table));
      case "heat" -> heats.put(table.name(), new HeatReader(findings).read(table));
      case "mapping" ->
          mappings.put(table.name(), new FuelMappingReader(fuels, findings).read(table));
      case "grid" -> grids.addAll(new GridFactorReader(regions, findings).read(table));
      case "gwp" -> gwps.addAll(new GwpReader(findings).read(table));
      default ->
          findings.add(
              FactorNotice.FACTOR_VALUE_UNKNOWN,
              table.file(),
              "# kind: " + table.kind(),
              "write fuel, gas, mobile_gas, coefficient, heat, mapping, grid or gwp");
    }
  }

  /** The published tables of fuels, by file. */
  public Map<String, List<PublishedFactor>> published() {
    return Collections.unmodifiableMap(published);
  }

  /** The tables of CH4 and N2O, by file. */
  public Map<String, List<GasRow>> gases() {
    return Collections.unmodifiableMap(gases);
  }

  /** The tables of CH4 and N2O of engines, by file. */
  public Map<String, List<GasRow>> mobileGases() {
    return Collections.unmodifiableMap(mobileGases);
  }

  /** The tables of standard-coal coefficients, by file. */
  public Map<String, List<CoefficientRow>> coefficients() {
    return Collections.unmodifiableMap(coefficients);
  }

  /** The tables of purchased heat, by file. */
  public Map<String, List<HeatRow>> heats() {
    return Collections.unmodifiableMap(heats);
  }

  /** Which published row is used for a fuel, by file. */
  public Map<String, List<FuelMapping>> mappings() {
    return Collections.unmodifiableMap(mappings);
  }

  /** The grid factors of all files. */
  public List<GridFactor> grids() {
    return Collections.unmodifiableList(grids);
  }

  /** The global warming potentials of all files. */
  public List<Gwp> gwps() {
    return Collections.unmodifiableList(gwps);
  }
}
