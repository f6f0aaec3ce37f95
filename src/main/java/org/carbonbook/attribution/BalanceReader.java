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

/** Reads balances: CO2 of {@code core.emission}, with the rows and columns that each prints. */
final class BalanceReader {

  private static final String FIGURES =
      """
      SELECT e.region_code, e.year, e.edition, MIN(e.edition_rank) AS edition_rank, e.factor_set,
             e.scope, e.sector, e.fuel, MAX(e.factor_id) AS factor_id, MAX(e.factor_area) AS factor_area, MAX(e.factor_year) AS factor_year,
             CAST(SUM(CASE WHEN e.notation IS NULL THEN CAST(e.emission_t AS DECIMAL(38, 12)) END)
                  AS DOUBLE) AS co2,
             CAST(SUM(CASE WHEN e.notation IS NULL THEN CAST(e.energy_tce AS DECIMAL(38, 12)) END)
                  AS DOUBLE) AS energy,
             CASE WHEN COUNT(*) = COUNT(e.notation) THEN MAX(e.notation) END AS notation,
             ARRAY_JOIN(COLLECT_SET(o.origin), ',') AS origins
      FROM emission e LEFT JOIN observation o ON o.observation_id = e.observation_id
      WHERE e.gas = 'CO2'
      GROUP BY e.region_code, e.year, e.edition, e.factor_set, e.scope, e.sector, e.fuel
      """;

  /** A row or column is printed where its label is, with or without figures. */
  private static final String PARTS =
      """
      SELECT DISTINCT region_code, year, edition, axis, part FROM balance_part WHERE status <> 'absent'
      """;

  private final SparkSession session;

  /** A reader on a session of its own, whose views it replaces. */
  BalanceReader(
      SparkSession session,
      Dataset<Row> emission,
      Dataset<Row> observation,
      Dataset<Row> balancePart) {
    this.session = session;
    emission.createOrReplaceTempView("emission");
    observation.createOrReplaceTempView("observation");
    balancePart.createOrReplaceTempView("balance_part");
  }

  /** All balances, in the order of their regions, years and editions. */
  List<Balance> listBalances() {
    Map<String, Set<String>> columns = new TreeMap<>();
    Map<String, Set<String>> printedRows = new TreeMap<>();
    for (Row part : session.sql(PARTS).collectAsList()) {
      ("row".equals(part.<String>getAs("axis")) ? printedRows : columns)
          .computeIfAbsent(key(part), k -> new TreeSet<>())
          .add(part.getAs("part"));
    }
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
        .map(
            own -> {
              String key = key(own.get(0));
              return balance(
                  own,
                  columns.getOrDefault(key, Set.of()),
                  printedRows.getOrDefault(key, Set.of()));
            })
        .toList();
  }

  private static String key(Row row) {
    return row.getString(0) + "\t" + row.getInt(1) + "\t" + row.getString(2);
  }

  private static Balance balance(List<Row> rows, Set<String> columns, Set<String> printedRows) {
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
        printedRows,
        figures);
  }

  private static EmissionFigure figure(Row row) {
    String origins = row.getAs("origins");
    List<Origin> inputs =
        origins.isEmpty()
            ? List.of()
            : List.of(origins.split(",")).stream().map(Origin::of).toList();
    String factor = row.getAs("factor_id");
    return new EmissionFigure(
        row.<Integer>getAs("scope"),
        row.getAs("sector"),
        row.getAs("fuel"),
        row.getAs("co2"),
        row.getAs("energy"),
        row.getAs("notation"),
        Origin.ofComputed(inputs),
        factor == null
            ? null
            : new AppliedFactor(factor, row.getAs("factor_area"), row.getAs("factor_year")));
  }
}
