package org.carbonbook.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.RecordRows;

/**
 * Parts of runs' variables that {@code core.emission} brings: scope 1, CO2, figures with a factor;
 * of several editions of a balance the last by name.
 */
final class EmissionParts {

  private static final String PARTS =
      """
      SELECT w.identity, w.variable, e.region_code, e.year, coalesce(w.sector, e.sector) AS sector,
             e.fuel, e.sector AS source_sector, e.edition, e.factor_set,
             CASE w.measure WHEN 'emission_t' THEN e.emission_t ELSE e.energy_tce END AS value,
             CASE w.measure WHEN 'emission_t' THEN 't CO2' ELSE 'tce' END AS unit,
             CAST(NULL AS STRING) AS observation_id, CAST(NULL AS DOUBLE) AS scale,
             CAST(NULL AS STRING) AS how
      FROM (SELECT region_code, year, sector, fuel, edition, factor_set,
                   CAST(SUM(CAST(emission_t AS DECIMAL(38, 12))) AS DOUBLE) AS emission_t,
                   CAST(SUM(CAST(energy_tce AS DECIMAL(38, 12))) AS DOUBLE) AS energy_tce
            FROM (SELECT *, MAX(edition) OVER (PARTITION BY region_code, year, factor_set) AS last
                  FROM emission
                  WHERE scope = 1 AND gas = 'CO2' AND notation IS NULL
                    AND region_code IN (SELECT region_code FROM wanted))
            WHERE edition = last
            GROUP BY region_code, year, sector, fuel, edition, factor_set) e
      JOIN wanted w ON w.region_code = e.region_code AND w.factor_set = e.factor_set
        AND (w.source_sector IS NULL OR w.source_sector = e.sector)
      """;

  private EmissionParts() {}

  /**
   * One figure that is asked for.
   *
   * @param sourceSector sector that counts, or null for all as they are
   */
  private record Wanted(
      String identity,
      String variable,
      String measure,
      String regionCode,
      String factorSet,
      String sourceSector,
      String sector) {}

  /**
   * The parts of all runs, in the columns of {@link Part}.
   *
   * @param session a session of its own, whose views may be replaced
   * @param emission rows of {@code core.emission}
   */
  static Dataset<Row> of(SparkSession session, Dataset<Row> emission, List<Run> runs) {
    List<Wanted> wanted = new ArrayList<>();
    runs.forEach(run -> wanted.addAll(wantedBy(run)));
    emission.createOrReplaceTempView("emission");
    RecordRows.of(session, Wanted.class, wanted).createOrReplaceTempView("wanted");
    return session.sql(PARTS);
  }

  private static List<Wanted> wantedBy(Run run) {
    List<Wanted> wanted = new ArrayList<>();
    for (Map.Entry<String, Source> variable : run.variables().entrySet()) {
      if (variable.getValue().isEmission()) {
        String measure = variable.getValue().emission().column();
        for (String region : run.regions()) {
          wanted.addAll(wantedBy(run, variable, measure, region));
        }
      }
    }
    return wanted;
  }

  private static List<Wanted> wantedBy(
      Run run, Map.Entry<String, Source> variable, String measure, String region) {
    String name = variable.getKey();
    Map<String, String> sectors = run.sectorsOf(variable.getValue());
    if (sectors == null) {
      return List.of(
          new Wanted(run.identity(), name, measure, region, run.factorSet(), null, null));
    }
    return sectors.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            s ->
                new Wanted(
                    run.identity(),
                    name,
                    measure,
                    region,
                    run.factorSet(),
                    s.getKey(),
                    s.getValue()))
        .toList();
  }
}
