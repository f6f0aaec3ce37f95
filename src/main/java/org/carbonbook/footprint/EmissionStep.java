package org.carbonbook.footprint;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.lake.KeptRows;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * The emission of every figure of an energy balance that counts: activity times factor, for each
 * active factor set and gas, with the carbon that stays in products and the carbon that another
 * fuel counts taken out. Which rows of a balance count, and how, is {@code
 * conf/footprint/rows.csv}; what happens to carbon that is not simply burnt is {@code
 * conf/footprint/carbon_rules.csv}. Method: {@code docs/methods/footprint.md}.
 */
final class EmissionStep implements Step {

  private static final String EMISSION = "core.emission";
  private static final String BALANCE_ROW = "core.balance_row";
  private static final String CARBON_RULE = "core.carbon_rule";
  private static final String CARBON_CHAIN = "core.carbon_chain";
  private static final String ELECTRICITY_CONVERSION = "core.electricity_conversion";

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "core.observation",
        "raw.cell",
        "core.emission_factor",
        "core.energy_coefficient",
        "core.gwp",
        "core.fuel",
        FactorTables.FACTOR_SET,
        FactorTables.GRID_FACTOR,
        FactorTables.REGION);
  }

  @Override
  public List<String> writes() {
    return List.of(
        BALANCE_ROW,
        CARBON_RULE,
        CARBON_CHAIN,
        ELECTRICITY_CONVERSION,
        BalanceParts.TABLE,
        GridChoices.TABLE,
        EMISSION);
  }

  @Override
  public List<String> configuration() {
    return List.of(
        BalanceRow.FILE,
        BalanceRow.NAMES,
        CarbonRule.FILE,
        CarbonChain.FILE,
        ElectricityConversion.FILE);
  }

  @Override
  public StepResult run(StepContext context) {
    SparkSession session = context.spark().newSession();
    registerTables(session, context);
    long rows = registerRules(session, context);
    Dataset<Row> balance = KeptRows.of(session.sql(BalanceParts.BALANCE));
    balance.createOrReplaceTempView("balance");
    rows += context.replace(BalanceParts.TABLE, session.sql(BalanceParts.PARTS)).rows();
    session.sql(EmissionRows.CONVERSION).createOrReplaceTempView("conversion");
    session.sql(EmissionRows.ACTIVITIES).createOrReplaceTempView("activity");
    session.sql(EmissionRows.LOST_SHARE).createOrReplaceTempView("lost_share");
    GridChoices choices = registerGrid(session, context);
    rows += context.replace(GridChoices.TABLE, choices.rows()).rows();
    Dataset<Row> priced = KeptRows.of(session.sql(EmissionRows.PRICED));
    priced.createOrReplaceTempView("priced");
    session.sql(EmissionRows.DERIVED_SHARE).createOrReplaceTempView("derived_share");
    session.sql(EmissionRows.PARENT_COUNTS).createOrReplaceTempView("parent_counts");
    Dataset<Row> result = KeptRows.of(session.sql(EmissionRows.RESULT));
    rows += context.replace(EMISSION, result).rows();
    result.createOrReplaceTempView("result");
    List<Notice> notices = new ArrayList<>(choices.notices());
    notices.addAll(FootprintFindings.of(session));
    return new StepResult(rows, rows, 0, 0, notices);
  }

  private static void registerTables(SparkSession session, StepContext context) {
    register(session, context, "core.observation", "observation");
    register(session, context, "core.emission_factor", "factor");
    register(session, context, "core.energy_coefficient", "coefficient");
    register(session, context, "core.gwp", "gwp");
    register(session, context, "core.factor_set", "factor_set");
    register(session, context, "core.fuel", "fuel");
    context.lake().readOrEmptyIn(session, "raw.cell").createOrReplaceTempView("cell");
  }

  private static void register(
      SparkSession session, StepContext context, String table, String view) {
    context.lake().readIn(session, table).createOrReplaceTempView(view);
  }

  /** Writes the rules of the configuration as tables, which marts read too. */
  private static long registerRules(SparkSession session, StepContext context) {
    Path configuration = context.configuration().folder();
    return registerRecords(session, context, BALANCE_ROW, BalanceRow.read(configuration))
        + registerRecords(session, context, CARBON_RULE, CarbonRule.read(configuration))
        + registerRecords(session, context, CARBON_CHAIN, CarbonChain.read(configuration))
        + registerRecords(
            session, context, ELECTRICITY_CONVERSION, ElectricityConversion.read(configuration));
  }

  private static long registerRecords(
      SparkSession session, StepContext context, String table, List<? extends Record> records) {
    TableRows shape = TableRows.of(table);
    List<Row> rows = new ArrayList<>();
    records.forEach(record -> rows.add(shape.rowOf(record).build()));
    session
        .createDataFrame(rows, shape.schema())
        .createOrReplaceTempView(table.substring("core.".length()));
    return context.replace(table, rows).rows();
  }

  /** Which grid factor each set uses for each region and year with traded electricity. */
  private static GridChoices registerGrid(SparkSession session, StepContext context) {
    List<Row> wanted =
        session
            .table("activity")
            .where(col("fuel").equalTo("electricity"))
            .select("factor_set", "region_code", "year")
            .distinct()
            .collectAsList();
    GridChoices choices = new GridChoices(FactorTables.read(context), wanted);
    session
        .createDataFrame(choices.rows(), TableRows.of(GridChoices.TABLE).schema())
        .where(col("is_chosen"))
        .createOrReplaceTempView("grid");
    return choices;
  }
}
