package org.carbonbook.job;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.step.CodeVersion;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;

/**
 * Everything a step's result follows from, part by part, so that a difference can be named: the
 * version of each table it reads, its configuration, its code, and state outside the lake.
 *
 * @param parts the parts by name, e.g. {@code table core.observation} to {@code version 3}
 */
record Fingerprint(SortedMap<String, String> parts) {

  private static final int SHORT = 12;

  /** The fingerprint of a step as things are now. */
  static Fingerprint now(Step step, StepContext context) {
    SortedMap<String, String> parts = steady(step, context);
    for (String table : step.reads()) {
      parts.put(
          "table " + table,
          context
              .lake()
              .table(table)
              .findCommit()
              .map(c -> "version " + c.version())
              .orElse("none"));
    }
    String outside = step.outsideState(context);
    if (!outside.isEmpty()) {
      parts.put("landing folder", shorten(outside));
    }
    return new Fingerprint(parts);
  }

  /** The parts that must not change during a run: configuration and code. */
  private static SortedMap<String, String> steady(Step step, StepContext context) {
    SortedMap<String, String> parts = new TreeMap<>();
    if (!step.configuration().isEmpty()) {
      parts.put(
          "configuration " + String.join(" ", step.configuration()),
          shorten(context.configuration().digest(step.configuration())));
    }
    parts.put("code", CodeVersion.of(step.getClass()));
    for (String table : step.writes()) {
      TableDefinition.findDefinition(table)
          .ifPresent(
              definition -> parts.put("dictionary of " + table, shorten(definition.digest())));
    }
    return parts;
  }

  /** What differs between an older fingerprint and this one, a line each; empty when nothing. */
  List<String> differencesFrom(Fingerprint older) {
    SortedMap<String, String> names = new TreeMap<>(parts);
    older.parts.forEach(names::putIfAbsent);
    return names.keySet().stream()
        .filter(name -> !String.valueOf(parts.get(name)).equals(older.parts.get(name)))
        .map(
            name ->
                "%s: %s, was %s"
                    .formatted(
                        name,
                        parts.getOrDefault(name, "gone"),
                        older.parts.getOrDefault(name, "not there")))
        .toList();
  }

  /**
   * What of a step's configuration and code is no longer as it was in this fingerprint. Files may
   * arrive in the landing folder at any time; the next run reads them.
   */
  List<String> editedSince(Step step, StepContext context) {
    SortedMap<String, String> now = steady(step, context);
    SortedMap<String, String> then = new TreeMap<>(parts);
    then.keySet().retainAll(now.keySet());
    return new Fingerprint(now).differencesFrom(new Fingerprint(then));
  }

  private static String shorten(String hex) {
    return hex.substring(0, SHORT);
  }
}
