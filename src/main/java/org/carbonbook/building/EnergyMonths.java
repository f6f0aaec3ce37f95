package org.carbonbook.building;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.factor.FactorLibrary;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.step.CodeVersion;
import org.carbonbook.step.Digest;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** One run of the step that adds days up to months. */
final class EnergyMonths {

  private static final String OPEN =
      "'gap', 'long_gap', 'zero_run', 'stuck', 'sentinel', 'negative', 'spike', 'dip', "
          + "'meter_replaced', 'clock_shift', 'overlap'";

  private final StepContext context;
  private final List<String> configuration;

  EnergyMonths(StepContext context, List<String> configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  StepResult run() {
    List<Row> meters = context.readOrEmpty("core.meter").collectAsList();
    List<Row> buildings = context.readOrEmpty(BuildingTables.BUILDING).collectAsList();
    List<Row> contracts = context.readOrEmpty(BuildingTables.CONTRACT).collectAsList();
    List<Row> grid = context.readOrEmpty(BuildingTables.GRID_HOUR).collectAsList();
    List<Row> units = context.readOrEmpty(BuildingTables.ENERGY_FACTOR).collectAsList();
    List<Row> changed = context.readOrEmpty("ops.meter_month").collectAsList();
    GridHours hours = new GridHours(grid);
    Sites sites = new Sites(buildings, contracts);
    EnergyFactors factors = new EnergyFactors(units, hours);
    resolve(factors, buildings, changed);
    EnergyRules rules = new EnergyRules(sites, factors, hours, submeters(meters));
    String basis = basis(List.of(buildings, contracts, grid, units), meters);
    Set<String> months = stale(basis, changed);
    CommitInfo commit = write(rules, months);
    saveState(basis);
    int computed = months == null ? changed.size() : months.size();
    return new StepResult(
        changed.size(), commit.rows(), 0, changed.size() - computed, factors.notices());
  }

  private void resolve(EnergyFactors factors, List<Row> buildings, List<Row> months) {
    Set<Integer> years = new TreeSet<>();
    months.forEach(row -> years.add(Integer.valueOf(row.<String>getAs("month").substring(0, 4))));
    Set<String> regions = new TreeSet<>();
    for (Row row : buildings) {
      if (row.getAs("region") != null) {
        regions.add(row.getAs("region"));
      }
    }
    FactorLibrary library = FactorLibrary.load(context.configuration().folder());
    regions.forEach(region -> years.forEach(year -> factors.resolve(library, region, year)));
  }

  /** Meters behind another registered meter; those of a loop count as if they had no parent. */
  private static Set<String> submeters(List<Row> rows) {
    Map<String, String> parents = new HashMap<>();
    rows.forEach(row -> parents.put(row.getAs("meter_id"), row.getAs("parent_meter_id")));
    Set<String> behind = new HashSet<>();
    for (String meter : parents.keySet()) {
      Set<String> seen = new HashSet<>();
      String at = meter;
      while (at != null && seen.add(at)) {
        at = parents.get(at);
      }
      boolean loops = at != null;
      if (!loops && parents.get(meter) != null && parents.containsKey(parents.get(meter))) {
        behind.add(meter);
      }
    }
    return behind;
  }

  private String basis(List<List<Row>> tables, List<Row> meters) {
    Digest digest = new Digest().add(context.configuration().digest(configuration));
    digest.add(CodeVersion.of(List.of(getClass(), FactorLibrary.class)));
    for (List<Row> table : tables) {
      table.stream().map(Row::toString).sorted().forEach(digest::add);
    }
    meters.stream()
        .map(
            row ->
                row.getAs("meter_id")
                    + "|"
                    + row.getAs("valid_from")
                    + row.getAs("parent_meter_id"))
        .sorted()
        .forEach(digest::add);
    return digest.hex();
  }

  /** The months to compute again; null for all. */
  private Set<String> stale(String basis, List<Row> changed) {
    List<Row> state = context.readOrEmpty(BuildingTables.ENERGY_STATE).collectAsList();
    if (state.size() != 1
        || !basis.equals(state.get(0).getAs("basis"))
        || !context.lake().table(BuildingTables.METER_MONTH).exists()) {
      return null;
    }
    long done = state.get(0).getAs("run_number");
    Set<String> months = new TreeSet<>();
    for (Row row : changed) {
      if (row.<Long>getAs("changed_number") > done) {
        months.add(row.getAs("month"));
      }
    }
    return months;
  }

  private CommitInfo write(EnergyRules rules, Set<String> months) {
    Dataset<Row> days = context.readOrEmpty("core.meter_day");
    Dataset<Row> fresh = months(days, rules, months);
    if (months != null) {
      Dataset<Row> kept = context.read(BuildingTables.METER_MONTH);
      fresh = fresh.unionByName(kept.where(not(col("month").isin(months.toArray()))));
    }
    return context.replace(BuildingTables.METER_MONTH, fresh);
  }

  private Dataset<Row> months(Dataset<Row> days, EnergyRules rules, Set<String> months) {
    Broadcast<EnergyRules> shared =
        JavaSparkContext.fromSparkContext(context.spark().sparkContext()).broadcast(rules);
    context
        .spark()
        .udf()
        .register("carbonbook_hourly_carbon", new HourlyCarbon(shared), DataTypes.DoubleType);
    Dataset<Row> wanted = months == null ? days : days.where(col("month").isin(months.toArray()));
    return wanted
        .select(columns())
        .repartition(col("meter_id"))
        .sortWithinPartitions("meter_id", "day")
        .mapPartitions(
            new MonthFold(shared),
            Encoders.row(TableDefinition.getDefinition(BuildingTables.METER_MONTH).schema()));
  }

  private static Column[] columns() {
    List<Column> columns = new ArrayList<>();
    for (String name :
        List.of(
            "meter_id",
            "month",
            "day",
            "building_id",
            "energy_kind",
            "unit",
            "hours",
            "measured",
            "estimated",
            "lost",
            "filled",
            "measured_h",
            "estimated_h",
            "zero_mask",
            "hour_min",
            "hour_max",
            "out_of_hours")) {
      columns.add(col(name));
    }
    columns.add(
        org.apache
            .spark
            .sql
            .functions
            .when(
                col("energy_kind").equalTo(lit(EnergyFactors.ELECTRICITY)),
                call_udf(
                    "carbonbook_hourly_carbon",
                    col("building_id"),
                    col("day"),
                    col("starts_at"),
                    col("hour_quantity"),
                    col("hour_lost")))
            .as("hourly_carbon"));
    columns.add(
        expr("if(defects IS NULL, 0, size(filter(defects, d -> d.reason IN (%s))))".formatted(OPEN))
            .as("open_defects"));
    return columns.toArray(Column[]::new);
  }

  private void saveState(String basis) {
    context.replace(
        BuildingTables.ENERGY_STATE,
        context
            .spark()
            .createDataFrame(
                List.of(RowFactory.create(basis, context.writing().runNumber())),
                TableDefinition.getDefinition(BuildingTables.ENERGY_STATE).schema()));
  }
}
