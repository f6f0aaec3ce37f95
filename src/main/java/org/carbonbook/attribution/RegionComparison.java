package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;

/**
 * Two years of one region, with the figures that each variable of an identity takes for them.
 *
 * @param regionCode region
 * @param from first year
 * @param to second year
 * @param bases what the pair is part of: the chain, the comparison with the first year, or both
 * @param parts figures of both years that can be compared
 * @param breaks CO2 that cannot be compared
 * @param factors factors of a year's own, such as those of grids; empty where none apply
 * @param sources publication of each variable, with the editions where they differ
 * @param origin the weakest origin of all figures
 * @param notAssessed why the pair has no effects; empty where it has
 */
record RegionComparison(
    String regionCode,
    int from,
    int to,
    List<String> bases,
    List<VariablePart> parts,
    List<BreakCell> breaks,
    Optional<FactorPair> factors,
    SortedMap<String, String> sources,
    Origin origin,
    Optional<String> notAssessed) {

  /** The base of consecutive years. */
  static final String CHAINED = "chained";

  static RegionComparison notAssessed(
      String regionCode, int from, int to, List<String> bases, String reason) {
    return new RegionComparison(
        regionCode,
        from,
        to,
        bases,
        List.of(),
        List.of(),
        Optional.empty(),
        new TreeMap<>(),
        Origin.COMPUTED,
        Optional.of(reason));
  }

  /** Sets the columns that say which pair a row is about. */
  TableRows.RowBuilder label(TableRows.RowBuilder row, String base) {
    return row.set("region_code", regionCode)
        .set("base", base)
        .set("year_from", from)
        .set("year_to", to);
  }

  /** The name of the pair within its region. */
  String years() {
    return from + ":" + to;
  }

  boolean isAssessed() {
    return notAssessed.isEmpty();
  }

  /** All sources as one text: variables of one source together. */
  String source() {
    Map<String, List<String>> variables = new LinkedHashMap<>();
    sources.forEach(
        (variable, source) ->
            variables.computeIfAbsent(source, k -> new ArrayList<>()).add(variable));
    return variables.entrySet().stream()
        .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
        .collect(Collectors.joining("; "));
  }
}
