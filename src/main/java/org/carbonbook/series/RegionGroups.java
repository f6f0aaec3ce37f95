package org.carbonbook.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.TableRows;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.series.SeriesRules.Place;

/**
 * Brings the figures of each region together, and those that driver models need once more for each
 * panel the region belongs to; one shuffle for all. The figures of one region, or of one panel,
 * must fit in the memory of one task.
 */
final class RegionGroups {

  private static final String GROUP = "group";
  private static final String SEPARATOR = "|";

  private RegionGroups() {}

  /**
   * The rows of {@link AnalysisRows}, in no order.
   *
   * @param observations rows of {@link Observation#COLUMNS}, none of them null in value, year or
   *     region
   */
  static Dataset<Row> analyse(Dataset<Row> observations, SeriesRules rules) {
    StructType columns =
        new StructType(
            new StructField[] {DataTypes.createStructField(GROUP, DataTypes.StringType, false)});
    for (StructField field : observations.schema().fields()) {
      columns = columns.add(field);
    }
    TableRows grouped = TableRows.of("observations by group", columns);
    Set<String> panelIndicators = panelIndicators(rules);
    FlatMapFunction<Row, Row> spread =
        row -> groupsOf(grouped, row, rules, panelIndicators).iterator();
    MapPartitionsFunction<Row, Row> analysis = rows -> new Groups(rows, new RegionAnalysis(rules));
    return observations
        .flatMap(spread, Encoders.row(grouped.schema()))
        .repartition(functions.col(GROUP))
        .sortWithinPartitions(GROUP)
        .mapPartitions(analysis, Encoders.row(AnalysisRows.schema()));
  }

  private static Set<String> panelIndicators(SeriesRules rules) {
    Set<String> indicators = new HashSet<>();
    for (Model model : rules.analysis().driverModels()) {
      for (String pattern :
          List.of(
              model.pressure(),
              model.population(),
              model.output(),
              model.technology().numerator(),
              model.technology().denominator())) {
        indicators.add(pattern.split("[.*]", 2)[0]);
      }
    }
    rules.analysis().prices().forEach(price -> indicators.add(price.index()));
    return indicators;
  }

  private static List<Row> groupsOf(
      TableRows grouped, Row row, SeriesRules rules, Set<String> panelIndicators) {
    String region = row.getAs("region_code");
    List<Row> rows = new ArrayList<>();
    rows.add(grouped.rowLike(row).set(GROUP, region).build());
    Place place = rules.places().get(region);
    if (place != null && panelIndicators.contains(row.<String>getAs("indicator"))) {
      String level = place.level();
      for (Place at = place; at != null && !at.parent().isEmpty(); ) {
        String panel = at.parent() + SEPARATOR + level;
        rows.add(grouped.rowLike(row).set(GROUP, panel).build());
        at = rules.places().get(at.parent());
      }
    }
    return rows;
  }

  /** Runs through rows sorted by group. */
  private static final class Groups implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final RegionAnalysis analysis;
    private Iterator<Row> ready = List.<Row>of().iterator();
    private Row ahead;

    Groups(Iterator<Row> rows, RegionAnalysis analysis) {
      this.rows = rows;
      this.analysis = analysis;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext()) {
        if (ahead == null && !rows.hasNext()) {
          return false;
        }
        ready = nextGroup().iterator();
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }

    private List<Row> nextGroup() {
      Row first = ahead == null ? rows.next() : ahead;
      ahead = null;
      String group = first.getAs(GROUP);
      List<Observation> observations = new ArrayList<>();
      observations.add(Observation.of(first));
      while (rows.hasNext()) {
        Row row = rows.next();
        if (!row.<String>getAs(GROUP).equals(group)) {
          ahead = row;
          break;
        }
        observations.add(Observation.of(row));
      }
      int cut = group.indexOf(SEPARATOR);
      return cut < 0
          ? analysis.ofRegion(group, observations)
          : analysis.ofPanel(group.substring(0, cut), group.substring(cut + 1), observations);
    }
  }
}
