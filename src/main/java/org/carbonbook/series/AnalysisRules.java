package org.carbonbook.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.trend.TrendTest;
import org.carbonbook.statistics.trend.TrendTests;

/** What is computed of the series: {@code conf/industry/analysis.yaml}. */
record AnalysisRules(
    Trends trends,
    Growths growth,
    Steps levelSteps,
    List<Price> prices,
    int answerIntervals,
    List<Question> decoupling,
    List<Question> energyElasticity,
    @JsonProperty("driver_model_gates") ModelGates modelGates,
    List<Model> driverModels,
    ForecastRules forecasts)
    implements Serializable {

  /**
   * Which trend tests, at which level of significance.
   *
   * @param minYears the fewest years that are tested
   */
  record Trends(List<String> tests, double alpha, int minYears) implements Serializable {
    List<TrendTest> chosen() {
      return tests.stream()
          .map(id -> TrendTests.findById(id).orElseThrow(() -> unknown("test", id)))
          .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Those that a run of years with gaps can have: a correlation of neighbours has none there. */
    List<TrendTest> chosenForGaps() {
      List<TrendTest> fitting = chosen();
      fitting.removeIf(test -> test instanceof TrendTest.OfSeries one && one.assumesEqualSteps());
      return fitting;
    }
  }

  /**
   * Of which series growth and trend have no meaning.
   *
   * @param withoutDimensions dimensions of {@code conf/indicators.csv}
   */
  record Growths(List<String> withoutDimensions) implements Serializable {}

  /**
   * When a change from one year to the next is a step of the source and not a change of what it
   * measures.
   *
   * @param minChange the smallest change of the logarithm
   * @param deviations how many scaled median deviations it lies from the median change
   * @param minChanges the fewest changes that a series must have
   */
  record Steps(double minChange, double deviations, int minChanges) implements Serializable {}

  /** Which index turns the current prices of an indicator into those of a base year. */
  record Price(String value, String index, String kind, int baseYear) implements Serializable {
    Price {
      if (!List.of("volume", "prices").contains(kind)) {
        throw unknown("kind of index", kind);
      }
    }

    boolean isVolume() {
      return kind.equals("volume");
    }
  }

  /**
   * A question about two series: does the pressure still grow with its driver, by how much.
   *
   * @param question its name
   * @param zh the question in Chinese
   * @param en the question in English
   * @param drivers patterns of the driver, the declared one first
   * @param pressures patterns of the pressure, the declared one first
   */
  record Question(
      String question, String zh, String en, List<String> drivers, List<String> pressures)
      implements Serializable {

    /** Whether it is asked of each sector by itself. */
    boolean isBySector() {
      return Stream.concat(drivers.stream(), pressures.stream())
          .anyMatch(pattern -> pattern.contains(SeriesPattern.SECTOR));
    }
  }

  /**
   * What a driver model must pass before its coefficients are published.
   *
   * @param perCoefficient the fewest years for each coefficient, the constant among them
   * @param maxVif the largest variance inflation
   */
  record ModelGates(@JsonProperty("years_per_coefficient") int perCoefficient, double maxVif)
      implements Serializable {}

  /**
   * A STIRPAT model by patterns of its series.
   *
   * @param signs the sign that theory gives a term: positive or negative
   */
  record Model(
      String name,
      String zh,
      String pressure,
      String population,
      String output,
      Ratio technology,
      List<String> terms,
      Map<String, String> signs,
      List<String> rules)
      implements Serializable {

    Model {
      signs = new TreeMap<>(signs == null ? Map.of() : signs);
      signs.forEach(
          (term, sign) -> {
            AnalysisRules.term(term);
            if (!List.of("positive", "negative").contains(sign)) {
              throw unknown("sign", sign);
            }
          });
    }

    List<StirpatTerm> chosenTerms() {
      if (terms == null) {
        return new ArrayList<>(StirpatTerm.linear());
      }
      return terms.stream().map(AnalysisRules::term).toList();
    }

    List<LambdaRule> chosenRules() {
      return rules.stream().map(AnalysisRules::rule).toList();
    }

    /** The fewest years that the model is fitted to. */
    int minYears(ModelGates gates) {
      return gates.perCoefficient() * (chosenTerms().size() + 1);
    }
  }

  /** One series over another of the same publication. */
  record Ratio(String numerator, String denominator) implements Serializable {}

  /**
   * Which series are forecast, how far, and which driver model under which scenarios.
   *
   * @param targets the years that targets are set for, ascending
   * @param minYears the fewest unbroken years that a forecast is made from
   * @param reach how many years ahead for each unbroken year behind
   * @param maxMape the largest mean absolute relative error of the back-test
   */
  record ForecastRules(
      List<String> series,
      List<Integer> targets,
      int minYears,
      double reach,
      double maxMape,
      int heldBack,
      double alpha,
      String driverModel,
      String rule,
      String scenarios)
      implements Serializable {

    LambdaRule chosenRule() {
      return AnalysisRules.rule(rule);
    }

    int lastTarget() {
      return targets.get(targets.size() - 1);
    }
  }

  /**
   * Reads the rules.
   *
   * @throws IllegalArgumentException when the file cannot be used; names it and what is wrong
   */
  static AnalysisRules read(Path file) {
    AnalysisRules rules = ConfYaml.read(file, AnalysisRules.class);
    try {
      requireKnown(rules);
    } catch (IllegalArgumentException e) {
      String what = e.getMessage().lines().findFirst().orElse("not readable");
      throw new IllegalArgumentException("%s: %s".formatted(file, what), e);
    }
    return rules;
  }

  /**
   * Names are looked up once at the start, so that a wrong name is reported before anything runs.
   */
  private static void requireKnown(AnalysisRules rules) {
    boolean complete =
        !rules.trends().chosen().isEmpty()
            && rules.driverModels().stream()
                .noneMatch(m -> m.chosenTerms().isEmpty() || m.chosenRules().isEmpty())
            && rules.forecasts().chosenRule() != null
            && !rules.forecasts().targets().isEmpty()
            && rules.questions().noneMatch(q -> q.drivers().isEmpty() || q.pressures().isEmpty());
    if (!complete) {
      throw new IllegalArgumentException(
          "a list of tests, terms, rules, targets, drivers or pressures is empty");
    }
    Set<String> names = new HashSet<>();
    rules
        .questions()
        .filter(each -> !names.add(each.question()))
        .findFirst()
        .ifPresent(
            each -> {
              throw new IllegalArgumentException(
                  "question '%s' is there twice".formatted(each.question()));
            });
    String model = rules.forecasts().driverModel();
    if (rules.driverModels().stream().noneMatch(m -> m.name().equals(model))) {
      throw unknown("driver model", model);
    }
  }

  private Stream<Question> questions() {
    return Stream.concat(decoupling.stream(), energyElasticity.stream());
  }

  private static StirpatTerm term(String id) {
    return Arrays.stream(StirpatTerm.values())
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
