package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Parts of runs' variables that {@code core.emission} brings: scope 1, CO2, figures with a factor;
 * of several editions of a balance the last by name.
 */
final class EmissionParts {

  private static final String EMISSIONS =
      """
      SELECT region_code, year, sector, fuel, edition, factor_set,
             CAST(SUM(CAST(emission_t AS DECIMAL(38, 12))) AS DOUBLE) AS emission_t,
             CAST(SUM(CAST(energy_tce AS DECIMAL(38, 12))) AS DOUBLE) AS energy_tce
      FROM emission
      WHERE scope = 1 AND gas = 'CO2' AND notation IS NULL AND region_code IN (%s)
      GROUP BY region_code, year, sector, fuel, edition, factor_set
      """;

  private static final int EDITION = 4;
  private static final int FACTOR_SET = 5;

  private EmissionParts() {}

  /**
   * The parts of all runs.
   *
   * @param session a session of its own, whose views may be replaced
   * @param emission rows of {@code core.emission}
   */
  static List<VariablePart> of(
      SparkSession session, Dataset<Row> emission, List<DecompositionRun> runs) {
    String regions =
        runs.stream()
            .flatMap(run -> run.regions().stream())
            .distinct()
            .map(region -> "'" + region.replace("'", "") + "'")
            .collect(Collectors.joining(", "));
    emission.createOrReplaceTempView("emission");
    List<Row> all = session.sql(EMISSIONS.formatted(regions)).collectAsList();
    Map<String, String> last = new HashMap<>();
    all.forEach(r -> last.merge(balance(r), r.getString(EDITION), EmissionParts::later));
    List<Row> counted =
        all.stream()
            .filter(r -> r.getString(EDITION).equals(last.get(balance(r))))
            .sorted(Comparator.comparing(Row::toString))
            .toList();
    List<VariablePart> parts = new ArrayList<>();
    runs.forEach(run -> counted.forEach(row -> parts.addAll(partsOf(run, row))));
    return parts;
  }

  private static String balance(Row row) {
    return row.getString(0) + " " + row.getInt(1) + " " + row.getString(FACTOR_SET);
  }

  private static String later(String a, String b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private static List<VariablePart> partsOf(DecompositionRun run, Row row) {
    List<VariablePart> parts = new ArrayList<>();
    boolean own =
        row.getString(FACTOR_SET).equals(run.factorSet())
            && run.regions().contains(row.getString(0));
    for (Map.Entry<String, VariableSource> variable : new TreeMap<>(run.variables()).entrySet()) {
      VariableSource source = variable.getValue();
      Map<String, String> sectors = run.sectorsOf(source);
      String sector = row.getString(2);
      if (own && source.isEmission() && (sectors == null || sectors.containsKey(sector))) {
        Double value = row.getAs(source.emission().column());
        if (value != null) {
          String mapped = sectors == null ? sector : sectors.get(sector);
          parts.add(part(run, variable.getKey(), row, mapped, source.emission().unit(), value));
        }
      }
    }
    return parts;
  }

  private static VariablePart part(
      DecompositionRun run, String variable, Row row, String sector, String unit, double value) {
    return new VariablePart(
        run.identity(),
        variable,
        row.getString(0),
        row.getInt(1),
        sector,
        row.getString(3),
        row.getString(2),
        row.getString(EDITION),
        row.getString(FACTOR_SET),
        value,
        unit,
        null,
        null,
        null);
  }
}
