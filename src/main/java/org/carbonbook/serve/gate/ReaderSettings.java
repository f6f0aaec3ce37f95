package org.carbonbook.serve.gate;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.execution.command.ResetCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import org.carbonbook.serve.release.ReleaseCatalog;
import scala.Option;
import scala.Tuple2;

/** The settings of a reader's session: what is fixed, and the few that a reader may change. */
final class ReaderSettings {

  /** What a reader may read and set; it changes how the reader's own session answers. */
  private static final Set<String> FREE =
      Set.of(
          "spark.sql.session.timezone",
          "spark.sql.ansi.enabled",
          "spark.sql.ansi.doublequotedidentifiers",
          "spark.sql.ansi.enforcereservedkeywords");

  /** What each session begins with. */
  static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("spark.sql.defaultCatalog", ReleaseCatalog.NAME),
          Map.entry("spark.sql.catalog." + ReleaseCatalog.NAME, ReleaseCatalog.class.getName()),
          // ${env:...} and ${system:...} would put the server's secrets into a statement.
          Map.entry("spark.sql.variable.substitute", "false"),
          Map.entry("spark.sql.runSQLOnFiles", "false"),
          Map.entry("spark.sql.ansi.enabled", "true"),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          // A mart is little: one task, without a shuffle, answers sooner than several.
          Map.entry("spark.sql.leafNodeDefaultParallelism", "1"),
          Map.entry("spark.sql.shuffle.partitions", "2"),
          Map.entry("spark.sql.adaptive.enabled", "false"),
          Map.entry("spark.sql.codegen.wholeStage", "false"),
          Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
          // The other way has Spark read the classes of its functions again for each query.
          Map.entry("spark.sql.execution.usePartitionEvaluator", "true"),
          Map.entry("spark.sql.maxPlanStringLength", "200000"));

  private ReaderSettings() {}

  static void check(SetCommand set) {
    Option<Tuple2<String, Option<String>>> given = set.kv();
    if (given.isEmpty()) {
      throw Refused.notAllowed("SET without a name");
    }
    requireFree(given.get()._1());
  }

  static void check(ResetCommand reset) {
    if (reset.config().isDefined()) {
      requireFree(reset.config().get());
    } else {
      throw Refused.notAllowed("RESET without a name");
    }
  }

  private static void requireFree(String name) {
    if (!FREE.contains(name.toLowerCase(Locale.ROOT))) {
      throw Refused.notAllowed("the setting " + name.lines().findFirst().orElse(""));
    }
  }
}
