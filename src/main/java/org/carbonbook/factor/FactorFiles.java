package org.carbonbook.factor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every table of {@code conf/factors}, read by its kind, in the order of the files' names. */
final class FactorFiles {
  private static final String FOLDER = "factors";

  private final FuelList fuels;
  private final RegionList regions;
  private final Findings findings;

  final Map<String, List<PublishedFactor>> published = new LinkedHashMap<>();
  final Map<String, List<GasRow>> gases = new LinkedHashMap<>();
  final Map<String, List<CoefficientRow>> coefficients = new LinkedHashMap<>();
  final Map<String, List<HeatRow>> heats = new LinkedHashMap<>();
  final Map<String, List<MappingRow>> mappings = new LinkedHashMap<>();
  final List<GridFactor> grids = new ArrayList<>();
  final List<Gwp> gwps = new ArrayList<>();

  FactorFiles(FuelList fuels, RegionList regions, Findings findings) {
    this.fuels = fuels;
    this.regions = regions;
    this.findings = findings;
  }

  void read(Path confDir, FactorCsv csv) {
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
          "Restore the folder, or point --conf at the one that has it");
    }
    return names;
  }

  private void add(FactorTable table) {
    switch (table.kind()) {
      case "fuel" -> published.put(table.name(), new FuelTableReader(findings).read(table));
      case "gas" -> gases.put(table.name(), new GasTableReader(findings).read(table));
      case "coefficient" ->
          coefficients.put(table.name(), new CoefficientReader(findings).read(table));
      case "heat" -> heats.put(table.name(), new HeatReader(findings).read(table));
      case "mapping" -> mappings.put(table.name(), new MappingReader(fuels, findings).read(table));
      case "grid" -> grids.addAll(new GridReader(regions, findings).read(table));
      case "gwp" -> gwps.addAll(new GwpReader(findings).read(table));
      default ->
          findings.add(
              FactorNotice.FACTOR_VALUE_UNKNOWN,
              table.file(),
              "# kind: " + table.kind(),
              "Write fuel, gas, coefficient, heat, mapping, grid or gwp");
    }
  }
}
