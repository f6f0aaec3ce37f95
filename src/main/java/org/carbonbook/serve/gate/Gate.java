package org.carbonbook.serve.gate;

import org.apache.spark.sql.SparkSessionExtensions;
import org.carbonbook.serve.release.ShowRows;

/** The gate as an extension of Spark SQL: every statement of a session passes it, or is refused. */
final class Gate {

  private Gate() {}

  static SparkSessionExtensions extension() {
    SparkSessionExtensions extensions = new SparkSessionExtensions();
    extensions.injectParser((session, parser) -> new GatedParser(session));
    extensions.injectResolutionRule(session -> new ShowRows());
    extensions.injectResolutionRule(session -> new PlanningStops());
    extensions.injectPlanNormalizationRule(session -> new StoppablePatterns());
    extensions.injectOptimizerRule(session -> new PlanningStops());
    extensions.injectPlannerStrategy(session -> new PlanningStops.OfOperators());
    extensions.injectCheckRule(session -> new AnalysedRules());
    return extensions;
  }
}
