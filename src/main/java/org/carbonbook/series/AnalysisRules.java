package org.carbonbook.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.trend.TrendTest;
import org.carbonbook.statistics.trend.TrendTests;

/** What is computed of the series: {@code conf/industry/analysis.yaml}. */
record AnalysisRules(
    Trends trends,
    List<Price> prices,
    List<DecouplingPair> decoupling,
    @JsonProperty("energy_elasticity") List<Elasticity> energyElasticity,
    @JsonProperty("driver_models") List<Model> driverModels,
    ForecastRules forecasts)
    implements Serializable {

  /** Which trend tests, at which level of significance. */
  record Trends(List<String> tests, double alpha) implements Serializable {
    List<TrendTest> chosen() {
      return tests.stream()
          .map(id -> TrendTests.findById(id).orElseThrow(() -> unknown("test", id)))
          .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }
  }

  /** Which index turns the current prices of an indicator into those of a base year. */
  record Price(String value, String index, String kind, @JsonProperty("base_year") int baseYear)
      implements Serializable {
    Price {
      if (!List.of("volume", "prices").contains(kind)) {
        throw unknown("kind of index", kind);
      }
    }

    boolean isVolume() {
      return kind.equals("volume");
    }
  }

  /** Patterns of the series that are set against each other. */
  record DecouplingPair(String driver, String pressure) implements Serializable {}

  /** Patterns of output and energy. */
  record Elasticity(String output, String energy) implements Serializable {}

  /** A STIRPAT model by patterns of its series. */
  record Model(
      String name,
      String pressure,
      String population,
      String output,
      Ratio technology,
      List<String> terms,
      List<String> rules)
      implements Serializable {

    List<StirpatTerm> chosenTerms() {
      if (terms == null) {
        return new ArrayList<>(StirpatTerm.linear());
      }
      return terms.stream().map(AnalysisRules::term).toList();
    }

    List<LambdaRule> chosenRules() {
      return rules.stream().map(AnalysisRules::rule).toList();
    }
  }

  /** One series over another of the same publication. */
  record Ratio(String numerator, String denominator) implements Serializable {}

  /** Which series are forecast, how far, and which driver model under which scenarios. */
  record ForecastRules(
      List<String> series,
      int years,
      @JsonProperty("held_back") int heldBack,
      double alpha,
      @JsonProperty("driver_model") String driverModel,
      String rule,
      String scenarios)
      implements Serializable {

    LambdaRule chosenRule() {
      return AnalysisRules.rule(rule);
    }
  }

  /**
   * Reads the rules.
   *
   * @throws IllegalArgumentException when the file cannot be used; names it and what is wrong
   */
  static AnalysisRules read(Path file) {
    try {
      AnalysisRules rules =
          new ObjectMapper(new YAMLFactory())
              .readValue(Files.readString(file), AnalysisRules.class);
      requireKnown(rules);
      return rules;
    } catch (IOException | IllegalArgumentException e) {
      String what = e.getMessage().lines().findFirst().orElse("not readable");
      throw new IllegalArgumentException("%s: %s".formatted(file, what), e);
    }
  }

  /**
   * Names are looked up once at the start, so that a wrong name is reported before anything runs.
   */
  private static void requireKnown(AnalysisRules rules) {
    boolean complete =
        !rules.trends().chosen().isEmpty()
            && rules.driverModels().stream()
                .noneMatch(m -> m.chosenTerms().isEmpty() || m.chosenRules().isEmpty())
            && rules.forecasts().chosenRule() != null;
    if (!complete) {
      throw new IllegalArgumentException("a list of tests, terms or rules is empty");
    }
    String model = rules.forecasts().driverModel();
    if (rules.driverModels().stream().noneMatch(m -> m.name().equals(model))) {
      throw unknown("driver model", model);
    }
  }

  private static StirpatTerm term(String id) {
    return java.util.Arrays.stream(StirpatTerm.values())
        .filter(term -> term.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown("term", id));
  }

  private static LambdaRule rule(String id) {
    return LambdaRule.findById(id).orElseThrow(() -> unknown("rule", id));
  }

  private static IllegalArgumentException unknown(String what, String id) {
    return new IllegalArgumentException("no %s '%s'".formatted(what, id));
  }
}
