package org.carbonbook.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.lake.Lake;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;

/**
 * Whether a step must run, and why.
 *
 * @param now the step's fingerprint as things are now
 * @param reasons why it must run, a line each; empty when it is fresh
 * @param last its mark, if it was ever done
 * @param forged tables that are not as the step left them
 */
record Freshness(
    Fingerprint now, List<String> reasons, Optional<StepMark> last, List<ForgedTable> forged) {

  /** Compares a step with the mark it left. */
  static Freshness of(Step step, StepContext context) {
    Fingerprint now = Fingerprint.now(step, context);
    Optional<StepMark> last = StepMark.find(context.lake(), step.name());
    if (last.isEmpty()) {
      return new Freshness(now, List.of("never done on this lake"), last, List.of());
    }
    // A table that the step wrote in an earlier version of the code is another step's by now.
    Map<String, Long> wrote = new TreeMap<>(last.get().wrote());
    wrote.keySet().retainAll(step.writes());
    requireNothingLost(wrote, context.lake());
    List<String> reasons = now.differencesFrom(last.get().fingerprint());
    if (reasons.isEmpty()) {
      reasons = changedSince(wrote, written(context.lake(), step));
    }
    List<ForgedTable> forged = ForgedTable.find(context.lake(), wrote, last.get().seals());
    if (reasons.isEmpty()) {
      reasons = forged.stream().map(ForgedTable::toString).toList();
    }
    return new Freshness(now, reasons, last, forged);
  }

  boolean isFresh() {
    return reasons.isEmpty();
  }

  /** The version of each table that a step writes, as it is now. */
  static Map<String, Long> written(Lake lake, Step step) {
    Map<String, Long> versions = new TreeMap<>();
    for (String table : step.writes()) {
      lake.table(table).findCommit().ifPresent(commit -> versions.put(table, commit.version()));
    }
    return versions;
  }

  /** A table can only go forward: one that is older than we left it has lost commits. */
  private static void requireNothingLost(Map<String, Long> then, Lake lake) {
    then.forEach((table, version) -> lake.table(table).requireVersion(version));
  }

  private static List<String> changedSince(Map<String, Long> then, Map<String, Long> now) {
    return then.equals(now)
        ? List.of()
        : List.of("its tables are at %s, its last run wrote %s".formatted(now, then));
  }
}
