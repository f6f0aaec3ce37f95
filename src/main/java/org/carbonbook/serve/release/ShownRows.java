package org.carbonbook.serve.release;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;

/** Recognises the relations that this package created from tables of a release. */
public final class ShownRows {

  private static final Set<Object> OURS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private ShownRows() {}

  /** Whether it is where rows come from. */
  public static boolean isRelation(LogicalPlan plan) {
    return plan instanceof InMemoryRelation || plan instanceof LogicalRelation;
  }

  /** Whether a relation of a plan shows a table of a release. */
  public static boolean isOurs(LogicalPlan relation) {
    return OURS.contains(identity(relation));
  }

  static <T extends LogicalPlan> T ours(T relation) {
    OURS.add(identity(relation));
    return relation;
  }

  /** What stays the same when a relation's columns are renamed. */
  private static Object identity(LogicalPlan relation) {
    return relation instanceof InMemoryRelation cached
        ? cached.cacheBuilder()
        : ((LogicalRelation) relation).relation();
  }
}
