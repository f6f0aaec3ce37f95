package org.carbonbook.factor.set;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridPolicy;
import org.carbonbook.factor.value.Validity;

/** Reads {@code conf/factor-sets.yaml}. An unknown key is a notice with file and line. */
public final class FactorSetFile {
  private static final String FILE = "conf/factor-sets.yaml";
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

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

  private record GwpEntry(String report, int horizonYears) {}

  private record GridEntry(
      String table,
      List<String> series,
      List<String> rangeSeries,
      List<String> accept,
      String fallback,
      int maxYearGap,
      Integer ownMaxYearGap) {}

  private record HeatEntry(String table, String row) {}

  private final FactorFindings findings;

  public FactorSetFile(FactorFindings findings) {
    this.findings = findings;
  }

  public List<FactorSet> read(Path confDir) {
    Optional<Document> document = document(confDir);
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

  private Optional<Document> document(Path confDir) {
    try {
      String text = Files.readString(confDir.resolve("factor-sets.yaml"), StandardCharsets.UTF_8);
      return Optional.ofNullable(YAML.readValue(text, Document.class));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      findings.add(
          FactorNotice.FACTOR_SET_INVALID,
          FILE + (at == null ? "" : ":" + at.getLineNr()),
          e.getOriginalMessage().lines().findFirst().orElse("not YAML"),
          "keys are described at the head of the file");
    } catch (IOException e) {
      findings.add(
          FactorNotice.FACTOR_FILE_MISSING,
          FILE,
          e.getClass().getSimpleName() + ": " + e.getMessage(),
          "Restore the file, as UTF-8");
    }
    return Optional.empty();
  }

  private Optional<FactorSet> set(String name, SetEntry entry, List<String> active) {
    if (entry == null
        || entry.co2Fuels == null
        || entry.gwp == null
        || entry.tceFuels == null
        || entry.grid == null) {
      invalid(name, "a key is missing", "Give co2_fuels, gwp, tce_fuels and grid");
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
    boolean filled = entry.table != null && entry.series != null && entry.accept != null;
    if (!filled) {
      invalid(name, "grid lacks table, series or accept", "give all three");
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
      invalid(name, "grid.accept holds '" + status + "'", "Write cited, secondary or modelled");
    }
  }

  private void invalid(String key, String message, String remedy) {
    String place = key.equals("active") ? FILE + ":active" : FILE + ":sets." + key;
    findings.add(FactorNotice.FACTOR_SET_INVALID, place, message, remedy);
  }
}
