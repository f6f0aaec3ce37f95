package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.carbonbook.statistics.spark.GroupedRows;
import org.carbonbook.statistics.spark.TrendTable;
import org.carbonbook.statistics.trend.TrendTest;
import org.carbonbook.statistics.trend.TrendTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code trend}: trend tests of the series in a CSV or Parquet file. */
@Command(
    name = "trend",
    mixinStandardHelpOptions = true,
    description = {
      "Test the series of a CSV or Parquet file for trend.",
      "Prints one row for each series and test: Mann-Kendall, Sen's slope with limits, lag-1",
      "autocorrelation and Pettitt's change point."
    },
    footer = {
      "",
      "Tests: original, hamed_rao, yue_wang, pre_whitening, trend_free_pre_whitening;",
      "  seasonal, correlated_seasonal (with --period);",
      "  regional, correlated_multivariate (with --site); partial (with --covariate).",
      "",
      "Examples:",
      "  carbonbook trend --input co2.csv --by region,sector --time year --value co2_t",
      "  carbonbook trend --input load.parquet --by meter --time month --value kwh \\",
      "      --test seasonal --period 12 --output trends.csv"
    })
final class TrendCommand implements Callable<Integer> {

  private final Supplier<SparkSession> session;

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "F",
      description = "A CSV file with a header, or a Parquet file or folder.")
  private Path input;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "C",
      description =
          "The columns that identify a series, separated by commas; omit for a single series.")
  private List<String> by = new ArrayList<>();

  @Option(
      names = "--time",
      required = true,
      paramLabel = "C",
      description = "The column of the time: a year, a number or a date.")
  private String time;

  @Option(
      names = "--value",
      required = true,
      paramLabel = "C",
      description = "The column of the value; a blank is missing, not zero.")
  private String value;

  @Option(
      names = {"--test", "--tests"},
      split = ",",
      paramLabel = "T",
      description = "The tests, separated by commas (default: original).")
  private List<String> tests = new ArrayList<>(List.of("original"));

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description = "The significance level (default: ${DEFAULT-VALUE}).")
  private double alpha = 0.05;

  @Option(
      names = "--period",
      paramLabel = "N",
      description = "The number of seasons in a cycle, e.g. 12.")
  private Integer period;

  @Option(names = "--site", paramLabel = "C", description = "The column that identifies the site.")
  private String site;

  @Option(names = "--covariate", paramLabel = "C", description = "The column of the covariate.")
  private String covariate;

  @Option(
      names = "--missing",
      split = ",",
      paramLabel = "TEXT",
      description = "Texts in a CSV file that mean missing (default: NA,NaN,null).")
  private List<String> missing = new ArrayList<>(List.of("NA", "NaN", "null"));

  @Option(
      names = "--output",
      paramLabel = "F",
      description = "Write to this file: CSV, or a Parquet folder if the name ends in .parquet.")
  private Path output;

  TrendCommand() {
    this.session = () -> carbonbook.workspace().openSpark();
  }

  TrendCommand(Supplier<SparkSession> session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    TrendTest[] chosen = tests.stream().map(TrendTests::get).toArray(TrendTest[]::new);
    TrendInput read = new TrendInput(session.get(), input, Set.copyOf(missing));
    Dataset<Row> rows = read.rows();
    List<String> numbers = new ArrayList<>(List.of(value));
    if (covariate != null) {
      numbers.add(covariate);
    }
    rows = read.numbersIn(rows, numbers, time);
    Dataset<Row> trends = setting(rows, chosen).compute().orderBy(order());
    write(trends);
    return Carbonbook.DONE;
  }

  private TrendTable setting(Dataset<Row> rows, TrendTest[] chosen) {
    TrendTable setting = TrendTable.on(rows, by, time, value).tests(chosen).alpha(alpha);
    if (period != null) {
      setting.period(period);
    }
    if (site != null) {
      setting.site(site);
    }
    if (covariate != null) {
      setting.covariate(covariate);
    }
    return setting;
  }

  private Column[] order() {
    List<Column> order = new ArrayList<>();
    by.forEach(name -> order.add(GroupedRows.quoted(name)));
    order.add(functions.col("mk_test"));
    return order.toArray(Column[]::new);
  }

  private void write(Dataset<Row> trends) throws IOException {
    if (output == null) {
      new ResultPrinter(spec.commandLine().getOut()).print(trends, ResultPrinter.Format.CSV);
    } else if (output.toString().endsWith(".parquet")) {
      trends.coalesce(1).write().parquet(output.toString());
    } else {
      try (PrintWriter file =
          new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
        new ResultPrinter(file).print(trends, ResultPrinter.Format.CSV);
      }
    }
  }
}
