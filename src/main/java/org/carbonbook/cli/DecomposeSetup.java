package org.carbonbook.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.uncertainty.Uncertainty;
import picocli.CommandLine.Option;

/** Options of {@code decompose} that state the uncertainty of the inputs. */
final class DecomposeSetup {

  @Option(
      names = "--sigma",
      split = ",",
      paramLabel = "VARIABLE=SHARE",
      description = "Relative standard deviation of a variable, 0.05 for 5 %%; repeatable.")
  private Map<String, Double> sigmas = new LinkedHashMap<>();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Propagate errors with N random draws instead of to first order.")
  private Integer draws;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of the draws (default: 1).")
  private long seed = 1;

  @Option(
      names = "--time-correlation",
      paramLabel = "R",
      description = "Correlation of a value's errors at two times (default: 0).")
  private double timeCorrelation;

  @Option(
      names = "--correlation",
      split = ",",
      paramLabel = "A:B=R",
      description = "Correlation of the errors of two variables; repeatable.")
  private Map<String, Double> correlations = new LinkedHashMap<>();

  /**
   * Whether errors of inputs are given.
   *
   * @throws IllegalArgumentException when an option is given that needs them, and they are not
   */
  boolean isSet() {
    if (sigmas.isEmpty() && (draws != null || timeCorrelation != 0 || !correlations.isEmpty())) {
      throw new IllegalArgumentException(
          "--draws, --correlation and --time-correlation need --sigma VARIABLE=SHARE");
    }
    return !sigmas.isEmpty();
  }

  Uncertainty uncertainty(Identity identity) {
    sigmas.keySet().forEach(v -> requireVariable(identity, v));
    Uncertainty uncertainty = Uncertainty.firstOrder(sigmas).withTimeCorrelation(timeCorrelation);
    for (Map.Entry<String, Double> entry : correlations.entrySet()) {
      String[] pair = entry.getKey().split(":", -1);
      if (pair.length != 2) {
        throw new IllegalArgumentException(
            "--correlation " + entry.getKey() + ": write two variables, A:B=0.5");
      }
      Arrays.stream(pair).forEach(v -> requireVariable(identity, v));
      uncertainty = uncertainty.withCorrelation(pair[0], pair[1], entry.getValue());
    }
    return draws == null ? uncertainty : uncertainty.withDraws(draws, seed);
  }

  private static void requireVariable(Identity identity, String name) {
    if (!identity.listVariables().contains(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a variable of the identity: " + identity.listVariables());
    }
  }

  /** The time column: the named one, that of the identity, or {@code year} if an input has it. */
  static String time(String named, Identity identity, List<Dataset<Row>> inputs) {
    if (named != null || identity.time() != null) {
      return named != null ? named : identity.time();
    }
    Set<String> columns = new LinkedHashSet<>();
    inputs.forEach(i -> columns.addAll(Arrays.asList(i.columns())));
    if (!columns.contains("year")) {
      throw new IllegalArgumentException(
          "--time is missing, and no column is called year: name the one to compare along, of "
              + String.join(", ", columns));
    }
    return "year";
  }
}
