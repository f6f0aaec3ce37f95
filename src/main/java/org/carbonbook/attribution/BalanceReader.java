package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.Origin;

/** Reads balances: scope 1 CO2 of {@code core.emission}, with the columns that each prints. */
final class BalanceReader {

  private static final String FIGURES =
      """
      SELECT e.region_code, e.year, e.edition, MIN(e.edition_rank) AS edition_rank, e.factor_set,
             e.sector, e.fuel,
             CAST(SUM(CASE WHEN e.notation IS NULL THEN CAST(e.emission_t AS DECIMAL(38, 12)) END)
                  AS DOUBLE) AS co2,
             CAST(SUM(CASE WHEN e.notation IS NULL THEN CAST(e.energy_tce AS DECIMAL(38, 12)) END)
                  AS DOUBLE) AS energy,
             CASE WHEN COUNT(*) = COUNT(e.notation) THEN MAX(e.notation) END AS notation,
             ARRAY_JOIN(COLLECT_SET(o.origin), ',') AS origins
      FROM emission e LEFT JOIN observation o ON o.observation_id = e.observation_id
      WHERE e.scope = 1 AND e.gas = 'CO2'
      GROUP BY e.region_code, e.year, e.edition, e.factor_set, e.sector, e.fuel
      """;

  /** A column is printed where it has a figure in any row, or where the header names it. */
  private static final String COLUMNS =
      """
      WITH balance AS (
        SELECT DISTINCT region_code, year, edition, source_hash, sheet, item FROM observation
        WHERE indicator LIKE 'energy\\_balance%' AND item IS NOT NULL
      )
      SELECT region_code, year, edition, item FROM balance
      UNION
      SELECT b.region_code, b.year, b.edition, l.fuel
      FROM (SELECT DISTINCT region_code, year, edition, source_hash, sheet FROM balance) b
      JOIN cell c ON c.source_hash = b.source_hash AND c.sheet = b.sheet AND c.class = 'HEADER'
      JOIN fuel_label l ON l.label = REGEXP_REPLACE(c.text, '\\\\s', '')
      """;

  private final SparkSession session;

  /**
   * A reader on a session of its own, whose views it replaces.
   *
   * @param fuels codes and names of fuels
   */
  BalanceReader(
      SparkSession session,
      Dataset<Row> emission,
      Dataset<Row> observation,
      Dataset<Row> cell,
      CodeLabels fuels) {
    this.session = session;
    emission.createOrReplaceTempView("emission");
    observation.createOrReplaceTempView("observation");
    cell.createOrReplaceTempView("cell");
    fuels.asRows(session, "fuel").createOrReplaceTempView("fuel_label");
  }

  /** All balances, in the order of their regions, years and editions. */
  List<Balance> listBalances() {
    Map<String, Set<String>> columns = new TreeMap<>();
    session
        .sql(COLUMNS)
        .collectAsList()
        .forEach(r -> columns.computeIfAbsent(key(r), k -> new TreeSet<>()).add(r.getString(3)));
    Map<String, List<Row>> rows = new TreeMap<>();
    session
        .sql(FIGURES)
        .collectAsList()
        .forEach(
            r ->
                rows.computeIfAbsent(
                        key(r) + "\t" + r.<String>getAs("factor_set"), k -> new ArrayList<>())
                    .add(r));
    return rows.values().stream()
        .map(own -> balance(own, columns.getOrDefault(key(own.get(0)), Set.of())))
        .toList();
  }

  private static String key(Row row) {
    return row.getString(0) + "\t" + row.getInt(1) + "\t" + row.getString(2);
  }

  private static Balance balance(List<Row> rows, Set<String> columns) {
    Row first = rows.get(0);
    List<EmissionFigure> figures =
        rows.stream()
            .map(BalanceReader::figure)
            .sorted(
                Comparator.comparing(EmissionFigure::sector).thenComparing(EmissionFigure::fuel))
            .toList();
    return new Balance(
        first.getString(0),
        first.getInt(1),
        first.getString(2),
        rows.stream().mapToInt(r -> r.<Integer>getAs("edition_rank")).min().orElseThrow(),
        first.getAs("factor_set"),
        columns,
        figures);
  }

  private static EmissionFigure figure(Row row) {
    String origins = row.getAs("origins");
    List<Origin> inputs =
        origins.isEmpty()
            ? List.of()
            : List.of(origins.split(",")).stream().map(Origin::of).toList();
    return new EmissionFigure(
        row.getAs("sector"),
        row.getAs("fuel"),
        row.getAs("co2"),
        row.getAs("energy"),
        row.getAs("notation"),
        Origin.ofComputed(inputs));
  }
}
