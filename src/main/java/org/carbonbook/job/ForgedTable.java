package org.carbonbook.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;

/**
 * A table that is not as its step wrote it: another program changed its rows, or the log of what
 * the step wrote.
 *
 * @param table its name
 * @param wrote the version that the step wrote
 * @param what what is wrong
 * @param restorable whether the version that the step wrote is still as it was
 */
record ForgedTable(String table, long wrote, String what, boolean restorable) {

  /** The digest of the commit of each table that a step wrote. */
  static Map<String, String> seals(Lake lake, Map<String, Long> wrote) {
    Map<String, String> seals = new TreeMap<>();
    wrote.forEach(
        (table, version) ->
            lake.table(table).findDigest(version).ifPresent(seal -> seals.put(table, seal)));
    return seals;
  }

  /**
   * What is wrong with the tables of a step.
   *
   * @param wrote the version of each that the step wrote
   * @param seals the digests of these commits, where they are known
   */
  static List<ForgedTable> find(Lake lake, Map<String, Long> wrote, Map<String, String> seals) {
    List<ForgedTable> found = new ArrayList<>();
    wrote.forEach(
        (name, version) -> {
          LakeTable table = lake.table(name);
          String seal = seals.get(name);
          OptionalLong foreign = table.findForeignChange(version);
          if (seal != null && !table.findDigest(version).map(seal::equals).orElse(false)) {
            found.add(
                new ForgedTable(
                    name,
                    version,
                    "the log of version %d is not the one that the step wrote".formatted(version),
                    false));
          } else if (foreign.isPresent()) {
            found.add(
                new ForgedTable(
                    name,
                    version,
                    "version %d was written by another program, after version %d of the step"
                        .formatted(foreign.getAsLong(), version),
                    true));
          }
        });
    return found;
  }

  /** Shows the rows again that the step wrote, before the step runs again. */
  void undo(Lake lake, WriteContext context) {
    if (restorable) {
      lake.table(table).restore(OptionalLong.of(wrote), context);
    }
  }

  Notice notice() {
    return Notice.of(
        RunNotice.TABLE_FORGED,
        table,
        what,
        restorable
            ? "the step ran again; find out who writes into the lake, then run the job again"
            : "run the step with --force");
  }

  @Override
  public String toString() {
    return table + ": " + what;
  }
}
