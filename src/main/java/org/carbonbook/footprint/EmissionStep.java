package org.carbonbook.footprint;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.factor.FactorLibrary;
import org.carbonbook.factor.FactorStep;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.ConfigurationCsv;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * The emission of every figure of an energy balance that counts: activity times factor, for each
 * active factor set and gas. Which rows of a balance count, and how, is {@code
 * conf/footprint/rows.csv}. Method: {@code docs/methods/footprint.md}.
 */
public final class EmissionStep implements Step {

  private static final String EMISSION = "core.emission";

  /**
   * The figures that count. Where one edition has a balance of a region and year in physical units
   * and in standard coal, the physical one counts.
   */
  private static final String ACTIVITIES =
      """
      SELECT o.observation_id, o.region_code, o.year, o.edition, r.row, r.sector, o.item AS fuel,
             CAST(r.scope AS INT) AS scope, r.treatment, r.sector_group, s.factor_set,
             s.gwp_report, s.gwp_horizon_years, CAST(r.sign AS INT) AS sign,
             CAST(r.sign AS INT) * o.canonical_value AS activity, o.canonical_unit AS activity_unit,
             c.tce_per_unit, f.role
      FROM (SELECT *, MIN(indicator) OVER (PARTITION BY region_code, year, edition) AS counted
            FROM observation WHERE indicator IN ('energy_balance', 'energy_balance_tce')) o
      JOIN rows r ON r.row = o.sector AND r.treatment IN ('burnt', 'deducted', 'purchased')
      JOIN fuel f ON f.fuel = o.item AND f.role <> 'aggregate'
        AND (r.treatment = 'purchased') = (f.role = 'carrier')
      JOIN factor_set s ON s.is_active
      LEFT JOIN coefficient c ON c.factor_set = s.factor_set AND c.fuel = o.item
        AND c.basis IN ('equivalent', 'embodied') AND c.activity_unit = o.canonical_unit
      WHERE o.indicator = o.counted
        AND (r.keep = 'all' OR CAST(r.sign AS INT) * o.canonical_value > 0)
      """;

  private static final String EMISSIONS =
      """
      SELECT a.*, g.gas, e.factor_id, coalesce(x.factor_match, 'exact') AS factor_match, w.gwp,
             CASE WHEN a.activity_unit = 'tce' THEN e.ef_t_per_tce
                  WHEN a.activity_unit = e.activity_unit THEN e.ef_t_per_unit
             END AS ef_t_per_activity
      FROM activity a
      CROSS JOIN (VALUES ('CO2'), ('CH4'), ('N2O')) AS g(gas)
      LEFT JOIN grid x ON a.fuel = 'electricity' AND a.scope = 2 AND g.gas = 'CO2'
        AND x.factor_set = a.factor_set AND x.region_code = a.region_code AND x.year = a.year
      LEFT JOIN factor e ON e.gas = g.gas AND e.fuel = a.fuel AND e.scope = a.scope
        AND e.factor_set = coalesce(x.factor_table, a.factor_set)
        AND e.factor_id = coalesce(x.factor_id, e.factor_id)
        AND e.sector_group IN ('all', a.sector_group)
        AND (x.factor_id IS NOT NULL OR (coalesce(e.valid_from, a.year) <= a.year
                                         AND coalesce(e.valid_to, a.year) >= a.year))
      LEFT JOIN gwp w ON w.report = a.gwp_report AND w.horizon_years = a.gwp_horizon_years
        AND w.gas = g.gas
      WHERE g.gas = 'CO2' OR e.factor_id IS NOT NULL
      """;

  private static final String RESULT =
      """
      SELECT *, activity * ef_t_per_activity AS emission_t,
             activity * ef_t_per_activity * gwp AS co2e_t,
             CASE WHEN activity_unit = 'tce' THEN activity ELSE activity * tce_per_unit END AS energy_tce,
             CASE WHEN ef_t_per_activity IS NULL THEN 'NE' END AS notation
      FROM emission
      """;

  private static final String NOT_ESTIMATED =
      """
      SELECT factor_set, region_code, year, edition, fuel, sum(energy_tce) AS tce, count(*) AS figures
      FROM result WHERE notation = 'NE' AND activity <> 0
      GROUP BY factor_set, region_code, year, edition, fuel ORDER BY 1, 2, 3, 4, 5
      """;

  private static final String FEEDSTOCK =
      """
      SELECT factor_set, region_code, year, edition, sector, fuel, sum(activity) AS activity,
             first(activity_unit) AS unit
      FROM result WHERE gas = 'CO2' AND scope = 1
      GROUP BY factor_set, region_code, year, edition, sector, fuel
      HAVING sum(activity) < 0 AND max(CASE WHEN treatment = 'deducted' THEN 1 ELSE 0 END) = 1
      ORDER BY 1, 2, 3, 4, 5, 6
      """;

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "core.observation",
        "core.emission_factor",
        "core.energy_coefficient",
        "core.gwp",
        "core.factor_set",
        "core.fuel");
  }

  @Override
  public List<String> writes() {
    return List.of(EMISSION);
  }

  @Override
  public List<String> configuration() {
    List<String> files = new ArrayList<>(FactorStep.CONFIGURATION);
    files.add("footprint/rows.csv");
    return files;
  }

  @Override
  public StepResult run(StepContext context) {
    SparkSession session = context.spark().newSession();
    registerInputs(session, context);
    session.sql(ACTIVITIES).createOrReplaceTempView("activity");
    List<Notice> notices = new ArrayList<>();
    registerGrid(session, context, notices);
    session.sql(EMISSIONS).createOrReplaceTempView("emission");
    Dataset<Row> result = session.sql(RESULT).persist(StorageLevel.MEMORY_AND_DISK());
    CommitInfo commit = context.replace(EMISSION, result);
    result.createOrReplaceTempView("result");
    session.sql(NOT_ESTIMATED).collectAsList().forEach(row -> notices.add(notEstimated(row)));
    session.sql(FEEDSTOCK).collectAsList().forEach(row -> notices.add(feedstock(row)));
    result.unpersist();
    return new StepResult(commit.rows(), commit.rows(), 0, 0, notices);
  }

  private static void registerInputs(SparkSession session, StepContext context) {
    register(session, context, "core.observation", "observation");
    register(session, context, "core.emission_factor", "factor");
    register(session, context, "core.energy_coefficient", "coefficient");
    register(session, context, "core.gwp", "gwp");
    register(session, context, "core.factor_set", "factor_set");
    register(session, context, "core.fuel", "fuel");
    ConfigurationCsv.read(session, context.configuration().resolve("footprint/rows.csv"))
        .createOrReplaceTempView("rows");
  }

  private static void register(
      SparkSession session, StepContext context, String table, String view) {
    context.lake().readIn(session, table).createOrReplaceTempView(view);
  }

  /** Which grid factor each set uses for each region and year with traded electricity. */
  private static void registerGrid(
      SparkSession session, StepContext context, List<Notice> notices) {
    FactorLibrary library = FactorLibrary.load(context.configuration().folder());
    List<Row> wanted =
        session
            .table("activity")
            .where(col("fuel").equalTo("electricity"))
            .select("factor_set", "region_code", "year")
            .distinct()
            .sort("factor_set", "region_code", "year")
            .collectAsList();
    GridChoices.of(session, library, wanted, notices).createOrReplaceTempView("grid");
  }

  private static Notice notEstimated(Row row) {
    Double tce = row.getAs("tce");
    return Notice.of(
        FootprintNotice.NOT_ESTIMATED,
        "%s %s %d %s, %s"
            .formatted(
                row.getAs("edition"),
                row.getAs("region_code"),
                row.<Integer>getAs("year"),
                row.getAs("fuel"),
                row.getAs("factor_set")),
        "%d figures%s have no factor"
            .formatted(
                row.<Long>getAs("figures"), tce == null ? "" : ", %,.0f tce,".formatted(tce)),
        "map %s to a factor in conf/factors/%s_fuels.csv, or leave it not estimated"
            .formatted(row.getAs("fuel"), row.getAs("factor_set")));
  }

  private static Notice feedstock(Row row) {
    return Notice.of(
        FootprintNotice.FEEDSTOCK_EXCEEDS_USE,
        "%s %s %d %s %s"
            .formatted(
                row.getAs("edition"),
                row.getAs("region_code"),
                row.<Integer>getAs("year"),
                row.getAs("sector"),
                row.getAs("fuel")),
        "consumption less feedstock is %s %s"
            .formatted(row.<Double>getAs("activity"), row.getAs("unit")),
        "compare the rows industry and non_energy_use of the printed table");
  }
}
