package org.carbonbook.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.uncertainty.Uncertainty;

/**
 * The decompositions of a job, from {@code conf/decompositions.yaml}.
 *
 * @param errors relative errors of the variables
 * @param methodNames methods to be compared
 * @param shown identities of which the mart of effects shows one for each region
 * @param balanceLinks publications whose balances are one series
 * @param runs the identities, each with its figures
 */
record DecompositionRuns(
    @JsonProperty("uncertainty") Errors errors,
    @JsonProperty("methods") List<String> methodNames,
    List<String> shown,
    List<BalanceLinks.Link> balanceLinks,
    List<DecompositionRun> runs) {

  static final String FILE = "decompositions.yaml";

  DecompositionRuns {
    Set<String> seen = new HashSet<>();
    for (DecompositionRun run : runs) {
      if (run.regions() == null && run.factorSet() == null) {
        throw new IllegalArgumentException(
            run.identity() + ": a run without emissions needs the regions that it is for");
      }
      List<String> places = run.regions() == null ? List.of("all regions") : run.regions();
      for (String region : places) {
        if (!seen.add(run.identity() + " " + region)) {
          throw new IllegalArgumentException(
              "%s runs twice for %s".formatted(run.identity(), region));
        }
      }
    }
    shown = List.copyOf(shown);
    balanceLinks = balanceLinks == null ? List.of() : List.copyOf(balanceLinks);
    for (String name : shown) {
      if (runs.stream().noneMatch(run -> run.identity().equals(name))) {
        throw new IllegalArgumentException("shown names '%s', which no run has".formatted(name));
      }
    }
  }

  /**
   * Reads the file of a configuration folder.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  static DecompositionRuns read(Path configuration) {
    Path file = configuration.resolve(FILE);
    DecompositionRuns read = ConfYaml.read(file, DecompositionRuns.class);
    SectorTree sectors = SectorTree.read(configuration.resolve(SectorTree.FILE));
    List<DecompositionRun> runs =
        read.runs().stream().map(run -> withLeaves(run, sectors)).toList();
    return new DecompositionRuns(
        read.errors(), read.methodNames(), read.shown(), read.balanceLinks(), runs);
  }

  private static DecompositionRun withLeaves(DecompositionRun run, SectorTree sectors) {
    return run.leavesOf() == null ? run : run.withSectors(sectors.leavesOf(run.leavesOf()));
  }

  List<Method> methods() {
    return methodNames.stream().map(Method::parse).toList();
  }

  /**
   * Relative errors of the variables.
   *
   * @param sigma relative standard deviation of each variable
   * @param correlation correlations of two variables at one place and time
   * @param timeCorrelation correlation of a variable's errors at two times
   */
  record Errors(Map<String, Double> sigma, List<Correlation> correlation, double timeCorrelation) {

    /** What of it concerns some variables. */
    Uncertainty of(List<String> variables) {
      Map<String, Double> known = new java.util.LinkedHashMap<>(sigma);
      known.keySet().retainAll(variables);
      Uncertainty result = Uncertainty.firstOrder(known).withTimeCorrelation(timeCorrelation);
      for (Correlation each : correlation) {
        if (variables.contains(each.of()) && variables.contains(each.with())) {
          result = result.withCorrelation(each.of(), each.with(), each.is());
        }
      }
      return result;
    }
  }

  /**
   * Errors of two variables that hang together.
   *
   * @param of one variable
   * @param with the other
   * @param is their correlation, -1 to 1
   */
  record Correlation(String of, String with, double is) {}
}
