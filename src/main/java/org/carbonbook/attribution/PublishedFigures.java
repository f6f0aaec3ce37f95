package org.carbonbook.attribution;

import static org.apache.spark.sql.functions.col;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.Origin;
import org.carbonbook.step.StepContext;

/** Reads the published figures that runs may use. */
final class PublishedFigures {

  private final List<ObservedFigure> figures;
  private final Map<String, String> segments;

  PublishedFigures(StepContext context, SparkSession session, List<DecompositionRun> runs) {
    Object[] indicators =
        Stream.concat(
                Stream.of("gdp", "gdp_index"),
                runs.stream()
                    .flatMap(run -> run.variables().values().stream())
                    .map(VariableSource::indicator)
                    .filter(Objects::nonNull))
            .distinct()
            .toArray();
    this.figures =
        context
            .lake()
            .readIn(session, "core.observation")
            .filter(col("indicator").isin(indicators).and(col("canonical_value").isNotNull()))
            .collectAsList()
            .stream()
            .map(PublishedFigures::figure)
            .sorted(Comparator.comparing(ObservedFigure::observationId))
            .toList();
    this.segments = segments(context, session, runs);
  }

  /** The figures of all regions, in the order of their ids. */
  List<ObservedFigure> list() {
    return figures;
  }

  /** The segments of the series that are linked, by observation. */
  Map<String, String> segments() {
    return segments;
  }

  private static Map<String, String> segments(
      StepContext context, SparkSession session, List<DecompositionRun> runs) {
    Object[] indicators =
        runs.stream()
            .flatMap(run -> run.listLinked().stream())
            .map(VariableSource::indicator)
            .distinct()
            .toArray();
    if (indicators.length == 0) {
      return Map.of();
    }
    Map<String, String> segments = new HashMap<>();
    context
        .lake()
        .readIn(session, "core.series")
        .filter(col("indicator").isin(indicators).and(col("classification").isNotNull()))
        .select("observation_id", "series")
        .filter(col("observation_id").isNotNull())
        .collectAsList()
        .forEach(row -> segments.put(row.getString(0), row.getString(1)));
    return segments;
  }

  private static ObservedFigure figure(Row row) {
    return new ObservedFigure(
        row.getAs("observation_id"),
        row.getAs("region_code"),
        row.<Integer>getAs("year"),
        row.getAs("indicator"),
        row.getAs("sector"),
        row.getAs("item"),
        row.getAs("basis"),
        row.getAs("edition"),
        row.<Integer>getAs("edition_rank"),
        Origin.of(row.getAs("origin")),
        row.<Double>getAs("canonical_value"),
        row.getAs("canonical_unit"));
  }
}
