package org.carbonbook.serve.gate;

import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Ends the planning of a query that was cancelled. Spark applies its rules to a large plan over and
 * over without a look at the clock; this one changes nothing and looks each time.
 */
final class PlanningStops extends Rule<LogicalPlan> {

  /** The same where operators are chosen. */
  static final class OfOperators extends SparkStrategy {

    @Override
    public Seq<SparkPlan> apply(LogicalPlan plan) {
      StopSign.check();
      return JavaConverters.asScalaBuffer(java.util.List.<SparkPlan>of()).toSeq();
    }
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    StopSign.check();
    return plan;
  }
}
