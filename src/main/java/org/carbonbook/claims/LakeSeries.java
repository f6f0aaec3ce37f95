package org.carbonbook.claims;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.statistics.claim.ClaimsFile;
import org.carbonbook.statistics.claim.NamedSeries;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.step.StepContext;

/**
 * The series of a claims file, with the figures of the lake where the file says where to look them
 * up and the lake has them. Of several editions one counts for the whole series, by its priority.
 */
final class LakeSeries {

  private static final String EXACT = "decimal(38, 12)";

  private final StepContext context;
  private final ClaimsFile claims;

  LakeSeries(StepContext context, ClaimsFile claims) {
    this.context = context;
    this.claims = claims;
  }

  List<NamedSeries> list() {
    return claims.series().stream().map(this::found).toList();
  }

  private NamedSeries found(NamedSeries series) {
    Map<String, String> lookup = series.provenance().lookup();
    String region = series.region().or(claims::region).orElse(null);
    if (lookup.isEmpty() || region == null) {
      return series;
    }
    List<Row> rows =
        (lookup.containsKey("emission") ? energyUse(region) : observed(region, lookup))
            .orderBy("rank", "edition", "year")
            .collectAsList();
    if (rows.isEmpty()) {
      return series;
    }
    double divisor = Double.parseDouble(lookup.getOrDefault("divide_by", "1"));
    boolean perYear = lookup.containsKey("emission");
    String first = rows.get(0).getAs("edition");
    TreeMap<Integer, Double> values = new TreeMap<>();
    TreeSet<String> editions = new TreeSet<>();
    List<Origin> origins = new ArrayList<>();
    for (Row row : rows) {
      String edition = row.getAs("edition");
      if (perYear || edition.equals(first)) {
        values.putIfAbsent(row.getAs("year"), row.<Double>getAs("value") / divisor);
        editions.add(edition);
        for (String origin : row.<String>getAs("origins").split(",", -1)) {
          origins.add(Origin.of(origin));
        }
      }
    }
    Origin origin =
        origins.stream().distinct().count() == 1 ? origins.get(0) : Origin.ofComputed(origins);
    return series.with(timeSeries(values), String.join("; ", editions), origin.text());
  }

  private Dataset<Row> observed(String region, Map<String, String> lookup) {
    Column asked =
        col("region_code")
            .equalTo(region)
            .and(col("indicator").equalTo(lookup.get("indicator")))
            .and(col("basis").eqNullSafe(lookup.get("basis")))
            .and(col("sector").eqNullSafe(lookup.get("sector")))
            .and(col("item").eqNullSafe(lookup.get("item")));
    return context
        .read(ClaimsStep.OBSERVATIONS)
        .where(asked.and(col("canonical_value").isNotNull()))
        .select(
            col("edition_rank").as("rank"),
            col("edition"),
            col("year"),
            col("canonical_value").as("value"),
            col("origin").as("origins"));
  }

  /** All energy of the accounts in tce, the net electricity and heat from outside with it. */
  private Dataset<Row> energyUse(String region) {
    Column tce =
        when(col("activity_unit").equalTo("tce"), col("activity"))
            .otherwise(col("activity").multiply(col("tce_per_unit")));
    Dataset<Row> origins =
        context.read(ClaimsStep.OBSERVATIONS).select(col("observation_id"), col("origin").as("of"));
    Column counted =
        col("region_code")
            .equalTo(region)
            .and(col("gas").equalTo("CO2"))
            .and(col("notation").isNull().or(col("notation").notEqual("IE")));
    Dataset<Row> figures =
        context
            .read(ClaimsStep.EMISSIONS)
            .where(counted)
            .dropDuplicates("observation_id")
            .join(origins, "observation_id");
    return figures
        .groupBy(col("edition_rank").as("rank"), col("edition"), col("year"))
        .agg(
            sum(tce.cast(EXACT)).cast("double").as("value"),
            array_join(array_sort(collect_set(col("of"))), ",").as("origins"))
        .where(col("value").isNotNull());
  }

  private static TimeSeries timeSeries(SortedMap<Integer, Double> values) {
    double[] years = values.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    double[] numbers = values.values().stream().mapToDouble(Double::doubleValue).toArray();
    return TimeSeries.of(years, numbers).get();
  }
}
