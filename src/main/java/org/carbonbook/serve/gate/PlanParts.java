package org.carbonbook.serve.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.JavaConverters;

/** The parts of a plan. */
final class PlanParts {

  private PlanParts() {}

  /** The expressions of a plan itself. */
  static List<Expression> expressions(LogicalPlan plan) {
    return JavaConverters.seqAsJavaList(plan.expressions());
  }

  /** The plans within a plan: its children, and what WITH defines. */
  static List<LogicalPlan> inside(LogicalPlan plan) {
    List<LogicalPlan> inside = new ArrayList<>(JavaConverters.seqAsJavaList(plan.children()));
    for (Object inner : JavaConverters.seqAsJavaList(plan.innerChildren())) {
      if (inner instanceof LogicalPlan query) {
        inside.add(query);
      }
    }
    return inside;
  }
}
