package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.GapRule;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.IdentityCatalog;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.spark.Decomposition;
import org.carbonbook.decomposition.spark.DecompositionResult;
import org.carbonbook.decomposition.spark.WrittenResults;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code decompose}: splits a change into effects, for any table. */
@Command(
    name = "decompose",
    mixinStandardHelpOptions = true,
    description = "Split a change into the effects of the factors of an identity.",
    footer = {
      "",
      "An input has one row for each time, group and index value, and one column for each variable.",
      "energy[sector] is the sum of energy over all other indices.",
      "",
      "Examples:",
      "  carbonbook decompose --input city.csv --by region --time year \\",
      "    --identity \"co2 = gdp * (energy[sector] / gdp) * (co2[sector] / energy[sector])\"",
      "  carbonbook decompose --input city.csv --by region --identity-name kaya --pairs base=2005 \\",
      "    --form multiplicative --output effects.csv --plot effects.svg",
      "  carbonbook decompose --input plants.parquet --identity \"co2 = output[plant] * ef[plant]\" \\",
      "    --sigma ef=0.05 --draws 1000 --detail"
    })
class DecomposeCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final long REFUSED = -1;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Which which;

  static final class Which {
    @Option(names = "--identity", paramLabel = "TEXT", description = "The identity.")
    private String text;

    @Option(
        names = "--identity-name",
        paramLabel = "N",
        description = "A named identity of conf/identities, e.g. kaya.")
    private String name;
  }

  @Option(
      names = "--input",
      required = true,
      paramLabel = "F",
      description = "A .csv, a .parquet or a table like mart.x; repeatable.")
  private List<String> inputs = List.of();

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "C",
      description = "Columns that define the groups.")
  private List<String> by;

  @Option(
      names = "--time",
      paramLabel = "C",
      description = "Column to compare along, usually the time (default: year).")
  private String time;

  @Option(
      names = "--pairs",
      defaultValue = "chained",
      paramLabel = "P",
      description = "Pairs to compare: chained, base=Y or Y1:Y2,... (default: ${DEFAULT-VALUE}).")
  private String pairs;

  @Option(
      names = "--method",
      defaultValue = "lmdi1",
      paramLabel = "M",
      description =
          "lmdi1, lmdi2, shapley, polar, laspeyres, paasche, marshall-edgeworth"
              + " (default: ${DEFAULT-VALUE}).")
  private String method;

  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "M",
      description = "Further methods, one column each, with the spread of all methods.")
  private List<String> compared = List.of();

  @Option(
      names = "--form",
      defaultValue = "additive",
      paramLabel = "F",
      description = "additive or multiplicative (default: ${DEFAULT-VALUE}).")
  private String form;

  @Option(
      names = "--levels",
      split = ",",
      paramLabel = "I",
      description = "Indices from coarse to fine, for LMDI level by level.")
  private List<String> levels = List.of();

  @Option(
      names = "--names",
      split = ",",
      paramLabel = "N",
      description = "Names of the factors, in the order of the identity.")
  private List<String> names = List.of();

  @Option(names = "--detail", description = "Print one row for each combination of index values.")
  private boolean detail;

  @Option(
      names = "--strict",
      description = "Fail when a year of a chain is missing or a comparison cannot be computed.")
  private boolean strict;

  @Option(
      names = "--tolerance",
      defaultValue = "1e-12",
      paramLabel = "SHARE",
      description = "Largest residual of an exact method (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--moving-mean",
      defaultValue = "1",
      paramLabel = "N",
      description = "Replace values by a centred mean over N times first.")
  private int movingMean;

  @Mixin private DecomposeSetup setup;

  @Option(
      names = "--output",
      paramLabel = "F",
      description = "Write to this .csv or .parquet instead of standard output.")
  private Path output;

  @Option(
      names = "--not-computed",
      paramLabel = "F",
      description =
          "Write the comparisons that were not computed, with reasons and inputs, to this .csv.")
  private Path notComputed;

  @Option(names = "--plot", paramLabel = "F", description = "Write a waterfall chart to this .svg.")
  private Path plot;

  @Option(
      names = "--lang",
      defaultValue = "zh",
      paramLabel = "L",
      description = "Language of the plot, zh or en (default: ${DEFAULT-VALUE}).")
  private String language;

  @ParentCommand private Carbonbook carbonbook;

  private final DecomposeContext standalone;

  DecomposeCommand() {
    this(DecomposeContext.local());
  }

  DecomposeCommand(DecomposeContext context) {
    this.standalone = context;
  }

  private DecomposeContext context() {
    return carbonbook == null ? standalone : new ReleasedContext(carbonbook.workspace());
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      return decompose(err);
    } catch (IllegalArgumentException e) {
      err.println("carbonbook decompose: " + e.getMessage());
      return USAGE;
    } catch (IllegalStateException | UncheckedIOException e) {
      err.println("carbonbook decompose: " + e.getMessage());
      return FAILED;
    } catch (Exception e) {
      // Spark's errors have many lines; the first one states the error and its place.
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      err.println("carbonbook decompose: " + e.getClass().getSimpleName() + ": " + message);
      return FAILED;
    }
  }

  private int decompose(PrintWriter err) {
    NamedIdentity identity = identity();
    Decomposition decomposition = decomposition(identity.identity());
    DecompositionResult result = detail ? decomposition.runDetail() : decomposition.run();
    boolean inOnePass =
        output != null
            && output.toString().endsWith(".parquet")
            && result.isWritable()
            && compared.isEmpty();
    long computed =
        inOnePass
            ? writeInOnePass(result, err)
            : writeAfterFindings(result, methodColumns(decomposition, result), err);
    if (computed == REFUSED) {
      err.println("carbonbook decompose: nothing is written, because of --strict");
      return FAILED;
    }
    if (plot != null) {
      DecompositionResult whole = detail ? decomposition.run() : result;
      new WaterfallChart(identity, Form.parse(form), language)
          .write(whole, plot)
          .forEach(file -> err.println("wrote " + file));
    }
    if (computed == 0) {
      err.println("carbonbook decompose: no comparison could be computed");
      return FAILED;
    }
    return DONE;
  }

  /** Large results: findings are counted while the effects are written. */
  private long writeInOnePass(DecompositionResult result, PrintWriter err) {
    WrittenResults written =
        result.writeEffects(
            output.toAbsolutePath().toUri().toString(),
            counts -> !strict || counts.notComputed() == 0);
    boolean refused = report(DecomposeFindings.of(result, written), err);
    return refused ? REFUSED : written.computed();
  }

  private MethodColumns methodColumns(Decomposition decomposition, DecompositionResult result) {
    Method own = Method.parse(method);
    Map<Method, DecompositionResult> others = new LinkedHashMap<>();
    decomposition.uncertainty(null);
    for (Method other : compared.stream().map(Method::parse).toList()) {
      if (!other.equals(own)) {
        decomposition.method(other);
        others.put(other, detail ? decomposition.runDetail() : decomposition.run());
      }
    }
    decomposition.method(own);
    return new MethodColumns(result, others);
  }

  private long writeAfterFindings(
      DecompositionResult result, MethodColumns methods, PrintWriter err) {
    if (report(DecomposeFindings.of(result), err)) {
      return REFUSED;
    }
    DecomposeOutput out = new DecomposeOutput(result, methods);
    return output != null ? out.write(output) : out.print(spec.commandLine().getOut());
  }

  /** Reports the findings; true when the results must not be written because of them. */
  private boolean report(DecomposeFindings findings, PrintWriter err) {
    findings.lines().forEach(err::println);
    if (notComputed != null) {
      findings.write(notComputed);
    }
    return strict && findings.notComputed() > 0;
  }

  private NamedIdentity identity() {
    NamedIdentity named;
    if (which.name != null) {
      named = new IdentityCatalog(context().identities()).getIdentity(which.name);
    } else {
      named = NamedIdentity.of(Identity.parse(which.text));
    }
    return names.isEmpty() ? named : NamedIdentity.of(named.identity().withFactorNames(names));
  }

  private Decomposition decomposition(Identity identity) {
    TimePairs chosen = TimePairs.parse(pairs);
    Method chosenMethod = Method.parse(method);
    Form chosenForm = Form.parse(form);
    if (plot != null && !plot.toString().endsWith(".svg")) {
      throw new IllegalArgumentException("--plot " + plot + ": the file's name must end in .svg");
    }
    makeFolders();
    DecomposeInputs opener = new DecomposeInputs(context());
    List<Dataset<Row>> tables = new ArrayList<>();
    inputs.forEach(name -> tables.add(opener.open(name)));
    Decomposition decomposition = Decomposition.of(identity);
    tables.forEach(decomposition::input);
    List<String> groups = by == null ? identity.by() : by;
    decomposition
        .by(groups.toArray(String[]::new))
        .time(DecomposeSetup.time(time, identity, tables))
        .pairs(chosen)
        .method(chosenMethod)
        .form(chosenForm)
        .levels(levels.toArray(String[]::new))
        .gaps(strict ? GapRule.NOT_COMPUTED : GapRule.BRIDGE)
        .tolerance(tolerance)
        .movingMean(movingMean)
        .onCommonGrid();
    return setup.isSet() ? decomposition.uncertainty(setup.uncertainty(identity)) : decomposition;
  }

  /** Creates the folders of the output files if they do not exist. */
  private void makeFolders() {
    for (Path file : Stream.of(output, notComputed, plot).filter(Objects::nonNull).toList()) {
      Path folder = file.toAbsolutePath().getParent();
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make the folder " + folder, e);
      }
    }
  }
}
