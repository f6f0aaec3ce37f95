package org.carbonbook.building;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.carbonbook.step.WorkUnits;

/** One run of the step that adds days up to months. */
final class EnergyMonths {

  private static final String OPEN =
      "'gap', 'long_gap', 'zero_run', 'stuck', 'sentinel', 'negative', 'spike', 'dip', "
          + "'meter_replaced', 'clock_shift', 'overlap'";

  /** The configuration of energy per unit, standard coal and carbon. */
  static final String FACTORS = "building/energy_factors.csv";

  private static final String REGISTRY = "registry";
  private static final int NAMED = 5;

  private final StepContext context;
  private final BuildingRegistry registry;
  private final EnergyRules rules;
  private final List<Row> changed;
  private final WorkUnits units;

  EnergyMonths(StepContext context, BuildingRegistry registry, BuildingStep step) {
    this.context = context;
    this.registry = registry;
    this.changed = context.rows("ops.meter_month");
    GridHours hours =
        new GridHours(
            registry.table(BuildingTables.GRID_HOUR),
            new RegionPaths(context.rows(FactorTables.REGION)));
    EnergyFactors factors =
        new EnergyFactors(ConfTable.read(context.configuration().resolve(FACTORS)));
    MeterFacts meters = new MeterFacts(context.rows("core.meter"), factors);
    ElectricityFactors electricity = new ElectricityFactors(hours);
    BuildingSites sites =
        new BuildingSites(
            registry.table(BuildingTables.BUILDING), registry.table(BuildingTables.CONTRACT));
    this.rules = new EnergyRules(sites, factors, electricity, hours, meters);
    resolve(electricity);
    this.units = WorkUnits.open(context, step);
  }

  StepResult run() {
    String registryDigest = registryDigest();
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put(REGISTRY, registryDigest);
    String shared = sharedDigest(registryDigest);
    changed.forEach(
        row ->
            inputs.put(
                row.getAs("month"),
                new Digest().add(shared).add(row.<Long>getAs("changed_number") + "").hex()));
    Set<String> stale = units.stale(inputs);
    Set<String> gone = new TreeSet<>(units.names());
    gone.removeAll(inputs.keySet());
    boolean registryChanged = stale.remove(REGISTRY) || !hasAllTables();
    long written = writeMonths(stale, gone);
    if (registryChanged) {
      for (Map.Entry<String, List<Row>> table : registry.tables().entrySet()) {
        written += context.replace(table.getKey(), table.getValue()).rows();
      }
      units.done(REGISTRY, List.of());
    }
    stale.forEach(month -> units.done(month, List.of()));
    units.forgetAllBut(inputs.keySet());
    units.save();
    List<Notice> notices = new ArrayList<>(registry.notices());
    notices.addAll(unregistered());
    notices.addAll(rules.electricity().notices());
    return new StepResult(
        registry.read() + changed.size(), written, 0, changed.size() - stale.size(), notices);
  }

  private boolean hasAllTables() {
    return registry.tables().keySet().stream()
        .allMatch(table -> context.lake().table(table).exists());
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
                "%d building(s) with meters are not registered: %s"
                    .formatted(unknown.size(), unknown.stream().limit(NAMED).toList()),
                "register them in buildings.csv: without registration they have no intensity and no peers"));
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

  private void resolve(ElectricityFactors factors) {
    Set<Integer> years = new TreeSet<>();
    changed.forEach(row -> years.add(Integer.valueOf(row.<String>getAs("month").substring(0, 4))));
    Set<String> regions = new TreeSet<>();
    for (Row row : registry.table(BuildingTables.BUILDING)) {
      if (row.getAs("region") != null) {
        regions.add(row.getAs("region"));
      }
    }
    FactorTables tables = FactorTables.read(context);
    regions.forEach(region -> factors.resolve(tables, region, years));
  }

  /** What every month follows from besides its days. */
  private String sharedDigest(String registryDigest) {
    Digest digest = new Digest().add(registryDigest);
    rules.meters().texts().forEach(digest::add);
    rules.electricity().texts().forEach(digest::add);
    return digest.hex();
  }

  /** Writes months again; the table keeps those that are neither stale nor gone. */
  private long writeMonths(Set<String> stale, Set<String> gone) {
    boolean exists = context.lake().table(BuildingTables.METER_MONTH).exists();
    if (exists && stale.isEmpty() && gone.isEmpty()) {
      return 0;
    }
    boolean all = !exists || stale.size() == changed.size();
    Dataset<Row> rows = months(context.readOrEmpty("core.meter_day"), all ? null : stale);
    if (!all) {
      Set<String> replaced = new TreeSet<>(stale);
      replaced.addAll(gone);
      rows =
          rows.unionByName(
              context
                  .read(BuildingTables.METER_MONTH)
                  .where(not(col("month").isin(replaced.toArray()))));
    }
    return context.replace(BuildingTables.METER_MONTH, rows).rows();
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
}
