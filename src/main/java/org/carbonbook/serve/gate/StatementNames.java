package org.carbonbook.serve.gate;

import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.trees.TreeNode;

/** The names that users know for the parts of a plan. */
final class StatementNames {

  private static final Map<String, String> BETTER =
      Map.of(
          "RelationTimeTravel", "an older version of a table",
          "ScriptTransformation", "TRANSFORM",
          "UnresolvedHint", "a hint",
          "InsertIntoStatement", "INSERT",
          "NameParameterizedQuery", "a parameter",
          "PlanWithUnresolvedIdentifier", "IDENTIFIER()");

  private StatementNames() {}

  /** A statement or clause by its keywords, e.g. {@code DROP TABLE}. */
  static String of(TreeNode<?> node) {
    String name = node.getClass().getSimpleName();
    return BETTER.getOrDefault(
        name,
        name.replaceAll("(Command|Statement|Exec)$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toUpperCase(Locale.ROOT));
  }
}
