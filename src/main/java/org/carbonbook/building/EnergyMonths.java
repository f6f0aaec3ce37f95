package org.carbonbook.building;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
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
import org.carbonbook.intake.SmallCsv;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.CodeVersion;
import org.carbonbook.step.Digest;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** One run of the step that adds days up to months. */
final class EnergyMonths {

  private static final String OPEN =
      "'gap', 'long_gap', 'zero_run', 'stuck', 'sentinel', 'negative', 'spike', 'dip', "
          + "'meter_replaced', 'clock_shift', 'overlap'";

  private static final int NAMED = 5;

  private final StepContext context;
  private final BuildingRegistry registry;
  private final EnergyRules rules;
  private final List<Row> changed;
  private final String basis;
  private final String registryDigest;
  private final List<Row> state;

  EnergyMonths(StepContext context, BuildingRegistry registry, List<String> configuration) {
    this.context = context;
    this.registry = registry;
    this.changed = context.rows("ops.meter_month");
    this.state = context.rows(BuildingTables.ENERGY_STATE);
    MeterFacts meters = new MeterFacts(context.rows("core.meter"));
    GridHours hours = new GridHours(registry.table(BuildingTables.GRID_HOUR));
    EnergyFactors factors =
        new EnergyFactors(
            SmallCsv.read(context.configuration().resolve("building/energy_factors.csv")), hours);
    Sites sites =
        new Sites(registry.table(BuildingTables.BUILDING), registry.table(BuildingTables.CONTRACT));
    this.rules = new EnergyRules(sites, factors, hours, meters);
    resolve(factors);
    this.registryDigest = registryDigest();
    this.basis = basis(configuration);
  }

  StepResult run() {
    Set<String> months = stale();
    long written = write(months).rows();
    if (!isSame("registry", registryDigest)) {
      for (Map.Entry<String, List<Row>> table : registry.tables().entrySet()) {
        written += context.replace(table.getKey(), table.getValue()).rows();
      }
    }
    saveState();
    List<Notice> notices = new ArrayList<>(registry.notices());
    notices.addAll(unregistered());
    notices.addAll(rules.factors().notices());
    int computed = months == null ? changed.size() : months.size();
    return new StepResult(
        registry.read() + changed.size(), written, 0, changed.size() - computed, notices);
  }

  /** Buildings that meters serve and no registry names; one notice for all of them. */
  private List<Notice> unregistered() {
    Set<String> unknown = new TreeSet<>(rules.meters().buildings());
    registry.table(BuildingTables.BUILDING).forEach(row -> unknown.remove(row.getString(0)));
    return unknown.isEmpty()
        ? List.of()
        : List.of(
            Notice.of(
                BuildingNotice.BUILDING_UNREGISTERED,
                "core.meter",
                "%d buildings, first %s"
                    .formatted(unknown.size(), unknown.stream().limit(NAMED).toList()),
                "name them in buildings.csv: without it they have no intensity and no peers"));
  }

  private boolean isSame(String column, String digest) {
    return state.size() == 1
        && digest.equals(state.get(0).getAs(column))
        && registry.tables().keySet().stream()
            .allMatch(table -> context.lake().table(table).exists());
  }

  private String registryDigest() {
    Digest digest = new Digest();
    registry
        .tables()
        .forEach(
            (table, rows) -> {
              digest.add(table);
              rows.stream().map(Row::toString).sorted().forEach(digest::add);
            });
    return digest.hex();
  }

  private void resolve(EnergyFactors factors) {
    Set<Integer> years = new TreeSet<>();
    changed.forEach(row -> years.add(Integer.valueOf(row.<String>getAs("month").substring(0, 4))));
    Set<String> regions = new TreeSet<>();
    for (Row row : registry.table(BuildingTables.BUILDING)) {
      if (row.getAs("region") != null) {
        regions.add(row.getAs("region"));
      }
    }
    FactorLibrary library = FactorLibrary.load(context.configuration().folder());
    regions.forEach(region -> years.forEach(year -> factors.resolve(library, region, year)));
  }

  private String basis(List<String> configuration) {
    Digest digest = new Digest().add(context.configuration().digest(configuration));
    digest.add(CodeVersion.of(getClass()));
    digest.add(registryDigest);
    rules.meters().texts().forEach(digest::add);
    return digest.hex();
  }

  /** The months to compute again; null for all. */
  private Set<String> stale() {
    if (!isSame("basis", basis) || !context.lake().table(BuildingTables.METER_MONTH).exists()) {
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

  private CommitInfo write(Set<String> months) {
    Dataset<Row> days = context.readOrEmpty("core.meter_day");
    Dataset<Row> fresh = months(days, months);
    if (months != null) {
      Dataset<Row> kept = context.read(BuildingTables.METER_MONTH);
      fresh = fresh.unionByName(kept.where(not(col("month").isin(months.toArray()))));
    }
    return context.replace(BuildingTables.METER_MONTH, fresh);
  }

  private Dataset<Row> months(Dataset<Row> days, Set<String> months) {
    Broadcast<EnergyRules> shared =
        JavaSparkContext.fromSparkContext(context.spark().sparkContext()).broadcast(rules);
    context
        .spark()
        .udf()
        .register("carbonbook_hourly_carbon", new HourlyCarbon(shared), DataTypes.DoubleType);
    Dataset<Row> wanted = months == null ? days : days.where(col("month").isin(months.toArray()));
    return wanted
        .withColumn("hourly_carbon", hourlyCarbon())
        .withColumn("open_defects", openDefects())
        .select(DayColumns.columns())
        .repartition(col("meter_id"))
        .sortWithinPartitions("meter_id", "day")
        .mapPartitions(
            new MonthFold(shared),
            Encoders.row(TableDefinition.getDefinition(BuildingTables.METER_MONTH).schema()));
  }

  /** Without hourly carbon of any grid the hours need not be read. */
  private Column hourlyCarbon() {
    if (registry.table(BuildingTables.GRID_HOUR).isEmpty()) {
      return lit(null).cast(DataTypes.DoubleType);
    }
    return when(
        col("energy_kind").equalTo(lit(EnergyFactors.ELECTRICITY)),
        call_udf(
            "carbonbook_hourly_carbon",
            col("building_id"),
            col("day"),
            col("starts_at"),
            col("hour_quantity"),
            col("hour_lost")));
  }

  private static Column openDefects() {
    return expr(
        "if(defects IS NULL, 0, size(filter(defects, d -> d.reason IN (%s))))".formatted(OPEN));
  }

  private void saveState() {
    context.replace(
        BuildingTables.ENERGY_STATE,
        List.of(RowFactory.create(basis, registryDigest, context.writing().runNumber())));
  }
}
