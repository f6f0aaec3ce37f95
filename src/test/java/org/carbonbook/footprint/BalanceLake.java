package org.carbonbook.footprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.factor.FactorStep;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableRows;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.mart.MartStep;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** A lake with balances that a test writes figure by figure, and the footprint and marts on it. */
final class BalanceLake {

  static final String PHYSICAL = "energy_balance";

  /** Rows that every total of a province needs. */
  static final List<String> NEEDED =
      List.of(
          "agriculture",
          "industry",
          "non_energy_use",
          "construction",
          "transport",
          "trade_catering",
          "residential",
          "other",
          "thermal_power",
          "heat_supply",
          "loss",
          "moving_in",
          "import",
          "moving_out",
          "export");

  private static final Path CONF = Path.of("conf");
  private static final Map<String, String> UNITS =
      Map.of("electricity", "kWh", "heat", "GJ", "other_energy", "tce");

  private final StepContext context;
  private final List<Row> observations = new ArrayList<>();
  private final List<Row> cells = new ArrayList<>();

  BalanceLake(Path folder) {
    Lake lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
    context =
        new StepContext(
            lake, new Configuration(CONF), "landing", new WriteContext("run-1", 1, "tests"));
    new FactorStep().run(context);
  }

  StepContext context() {
    return context;
  }

  /** The balance of a region in 2007, edition Yearbook 2008. */
  BalanceTable balance(String region) {
    return new BalanceTable(region, 2007, "Yearbook 2008", 1, "printed");
  }

  /** One balance. */
  record BalanceTable(String region, int year, String edition, int rank, String origin) {
    private String source() {
      return region + year + edition;
    }
  }

  BalanceLake figure(BalanceTable balance, String row, String fuel, double value) {
    return figure(balance, PHYSICAL, row, fuel, value, unit(fuel), null);
  }

  BalanceLake figure(
      BalanceTable balance,
      String indicator,
      String row,
      String fuel,
      Double value,
      String unit,
      String basis) {
    observations.add(
        TableRows.of("core.observation")
            .row()
            .set("observation_id", "o%06d".formatted(observations.size()))
            .set("region_code", balance.region())
            .set("year", balance.year())
            .set("indicator", indicator)
            .set("indicator_rank", indicator.equals("energy_balance_tce") ? 2 : 1)
            .set("sector", row)
            .set("item", fuel)
            .set("value", value)
            .set("unit", unit)
            .set("basis", basis)
            .set("canonical_per_unit", 1.0)
            .set("canonical_value", value)
            .set("canonical_unit", unit)
            .set("edition", balance.edition())
            .set("edition_rank", balance.rank())
            .set("source_hash", balance.source())
            .set("path", balance.source() + ".xls")
            .set("sheet", "Sheet1")
            .set("origin", balance.origin())
            .set("stale", false)
            .setNull("cell", "printed", "cell_kind", "layout")
            .build());
    return this;
  }

  /** Prints the labels of rows, as a matrix table does; figures may be under them or not. */
  BalanceLake labels(BalanceTable balance, List<String> rows) {
    rows.forEach(row -> cell(balance, "LABEL", row, null, null));
    return this;
  }

  BalanceLake column(BalanceTable balance, String fuel) {
    return cell(balance, "HEADER", null, fuel, null);
  }

  /** A cell with a sign in place of a figure. */
  BalanceLake sign(BalanceTable balance, String row, String fuel, String key) {
    return cell(balance, "NOTATION", row, fuel, key);
  }

  private BalanceLake cell(
      BalanceTable balance, String cellClass, String row, String fuel, String note) {
    cells.add(
        TableRows.of("raw.cell")
            .row()
            .set("source_hash", balance.source())
            .set("sheet", "Sheet1")
            .set("row", cells.size())
            .set("column", 1)
            .set("cell", "A" + cells.size())
            .set("text", row + fuel)
            .set("class", cellClass)
            .set("region_code", balance.region())
            .set("year", balance.year())
            .set("indicator", PHYSICAL)
            .set("sector", row)
            .set("item", fuel)
            .set("note", note)
            .set("status", "accepted")
            .set("layout", "provincial-energy-balance")
            .setNull("cell_kind", "value", "unit", "basis", "canonical_per_unit")
            .setNull("canonical_value", "canonical_unit")
            .build());
    return this;
  }

  private static String unit(String fuel) {
    boolean isGas = fuel.endsWith("gas") && !fuel.equals("refinery_gas");
    return UNITS.getOrDefault(fuel, isGas ? "m3" : "t");
  }

  StepResult run() {
    context.replace("core.observation", observations);
    if (!cells.isEmpty()) {
      context.replace("raw.cell", cells);
    }
    return new EmissionStep().run(context);
  }

  /** Builds the named marts, in the order that they read each other. */
  BalanceLake marts(String... names) {
    Map<String, MartDefinition> marts =
        MartDefinition.listMarts(CONF).stream()
            .collect(Collectors.toMap(MartDefinition::table, Function.identity()));
    for (String name : names) {
      new MartStep(marts.get("mart." + name)).run(context);
    }
    return this;
  }

  Dataset<Row> table(String name) {
    return context.read(name);
  }

  /** The only row of a table under a condition. */
  Row only(String name, String where) {
    List<Row> rows = table(name).where(where).collectAsList();
    if (rows.size() != 1) {
      throw new AssertionError("%d rows of %s where %s".formatted(rows.size(), name, where));
    }
    return rows.get(0);
  }
}
