package org.carbonbook.serve.gate;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.execution.command.ResetCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import org.apache.spark.sql.internal.SQLConf;
import org.carbonbook.serve.release.ReleaseCatalog;
import scala.Option;
import scala.Tuple2;

/** The settings of a reader's session: what is fixed, and the few that a reader may change. */
final class ReaderSettings {

  private static final String TIME_ZONE = "spark.sql.session.timeZone";

  /** What a reader may read and set; it changes how the reader's own session answers. */
  private static final Set<String> FREE =
      Set.of(
          TIME_ZONE,
          "spark.sql.ansi.enabled",
          "spark.sql.ansi.doubleQuotedIdentifiers",
          "spark.sql.ansi.enforceReservedKeywords");

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
    if (given.get()._2().isDefined()) {
      requireValue(given.get()._1(), given.get()._2().get());
    }
  }

  static void check(ResetCommand reset) {
    if (reset.config().isDefined()) {
      requireFree(reset.config().get());
    } else {
      throw Refused.notAllowed("RESET without a name");
    }
  }

  /** The values of what a reader may change. */
  static Map<String, String> chosen(SQLConf settings) {
    return FREE.stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, settings::getConfString));
  }

  private static void requireValue(String name, String value) {
    if (name.equalsIgnoreCase(TIME_ZONE)) {
      try {
        var unused = DateTimeUtils.getZoneId(value);
      } catch (DateTimeException e) {
        throw new Refused(
            "refused: %s is not a time zone; give one as Asia/Shanghai or +08:00"
                .formatted(firstLine(value)));
      }
    } else if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new Refused("refused: %s is true or false, not %s".formatted(name, firstLine(value)));
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static void requireFree(String name) {
    if (FREE.stream().noneMatch(name::equalsIgnoreCase)) {
      throw Refused.notAllowed("the setting " + firstLine(name));
    }
  }
}
