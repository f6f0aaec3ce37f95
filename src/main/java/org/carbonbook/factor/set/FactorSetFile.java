package org.carbonbook.factor.set;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridPolicy;
import org.carbonbook.factor.value.Validity;

/** Reads {@code conf/factor-sets.yaml}. An unknown key is a notice with file and line. */
public final class FactorSetFile {
  private static final String FILE = "conf/factor-sets.yaml";

  private record Document(List<String> active, LinkedHashMap<String, SetEntry> sets) {}

  private record SetEntry(
      String zh,
      String en,
      String co2Fuels,
      GasEntry ch4N2o,
      GwpEntry gwp,
      String tceFuels,
      GridEntry grid,
      HeatEntry heat,
      String valid) {}

  private record GasEntry(String table, String fuels, String mobile) {}

  private record GwpEntry(String report, Integer horizonYears) {}

  private record GridEntry(
      String table,
      List<String> series,
      List<String> rangeSeries,
      List<String> accept,
      String fallback,
      Integer maxYearGap,
      Integer ownMaxYearGap) {}

  private record HeatEntry(String table, String row) {}

  private final FactorFindings findings;

  public FactorSetFile(FactorFindings findings) {
    this.findings = findings;
  }

  public List<FactorSet> read(Path confDir) {
    Optional<Document> document =
        ConfYaml.read(confDir.resolve("factor-sets.yaml"), FILE, Document.class, findings::add);
    if (document.isEmpty()) {
      return List.of();
    }
    List<String> active = Optional.ofNullable(document.get().active).orElse(List.of());
    Map<String, SetEntry> entries =
        Optional.ofNullable(document.get().sets).orElseGet(LinkedHashMap::new);
    for (String name : active) {
      if (!entries.containsKey(name)) {
        invalid("active", "no set '" + name + "'", "Sets: " + String.join(", ", entries.keySet()));
      }
    }
    if (active.isEmpty()) {
      invalid("active", "no active set", "Write 'active: [provincial_guideline]'");
    }
    List<FactorSet> sets = new ArrayList<>();
    entries.forEach((name, entry) -> set(name, entry, active).ifPresent(sets::add));
    return List.copyOf(sets);
  }

  private Optional<FactorSet> set(String name, SetEntry entry, List<String> active) {
    if (entry == null
        || entry.co2Fuels == null
        || entry.gwp == null
        || entry.gwp.horizonYears == null
        || entry.tceFuels == null
        || entry.grid == null) {
      invalid(
          name, "a key is missing", "give co2_fuels, gwp with horizon_years, tce_fuels and grid");
      return Optional.empty();
    }
    Optional<GridPolicy> grid = gridPolicy(name, entry.grid);
    Optional<Validity> valid = Validity.parse(entry.valid == null ? ".." : entry.valid);
    if (valid.isEmpty()) {
      invalid(name, "valid is '" + entry.valid + "'", "Write 'valid: 1990..2020'");
    }
    if (grid.isEmpty() || valid.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FactorSet(
            name,
            Optional.ofNullable(entry.zh).orElse(name),
            Optional.ofNullable(entry.en).orElse(name),
            active.contains(name),
            entry.co2Fuels,
            entry.ch4N2o == null ? null : entry.ch4N2o.table,
            entry.ch4N2o == null ? null : entry.ch4N2o.fuels,
            entry.ch4N2o == null ? null : entry.ch4N2o.mobile,
            entry.gwp.report,
            entry.gwp.horizonYears,
            entry.tceFuels,
            grid.get(),
            entry.heat == null ? null : entry.heat.table,
            entry.heat == null ? null : entry.heat.row,
            valid.get().from(),
            valid.get().to()));
  }

  private Optional<GridPolicy> gridPolicy(String name, GridEntry entry) {
    Optional<GridPolicy.Fallback> fallback = GridPolicy.Fallback.findByCode(entry.fallback);
    if (fallback.isEmpty()) {
      invalid(
          name,
          "grid.fallback is '" + entry.fallback + "'",
          "write none, wider_area_same_year or grid_region_nearest_year");
    }
    boolean filled =
        entry.table != null
            && entry.series != null
            && entry.accept != null
            && entry.maxYearGap != null;
    if (!filled) {
      invalid(name, "grid lacks table, series, accept or max_year_gap", "give all four");
      return Optional.empty();
    }
    for (String status : entry.accept) {
      lintStatus(name, status);
    }
    return fallback.map(
        f ->
            new GridPolicy(
                entry.table,
                entry.series,
                Optional.ofNullable(entry.rangeSeries).orElse(List.of()),
                entry.accept,
                f,
                entry.maxYearGap,
                Optional.ofNullable(entry.ownMaxYearGap).orElse(entry.maxYearGap)));
  }

  private void lintStatus(String name, String status) {
    if (status.equals(GridFactor.REJECTED)) {
      findings.add(
          FactorNotice.FACTOR_STATUS_REJECTED,
          FILE + ":sets." + name,
          "grid.accept holds 'rejected'",
          "take it out: those figures contradict the official ones");
    } else if (!GridFactor.STATUSES.contains(status)) {
      invalid(name, "grid.accept holds '" + status + "'", "write cited, secondary or modelled");
    }
  }

  private void invalid(String key, String message, String remedy) {
    String place = key.equals("active") ? FILE + ":active" : FILE + ":sets." + key;
    findings.add(FactorNotice.FACTOR_SET_INVALID, place, message, remedy);
  }
}
