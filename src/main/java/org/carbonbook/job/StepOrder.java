package org.carbonbook.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.step.Step;

/** The order of steps that follows from the tables they read and write. */
final class StepOrder {

  private StepOrder() {}

  /**
   * Sorts steps so that each comes after those that write what it reads; otherwise the given order
   * stays.
   *
   * @throws IllegalArgumentException when two steps write one table, or steps need each other
   */
  static List<Step> sort(List<Step> steps) {
    Map<String, Step> writers = writers(steps);
    Set<Step> done = new LinkedHashSet<>();
    List<Step> path = new ArrayList<>();
    steps.forEach(step -> visit(step, writers, done, path));
    return List.copyOf(done);
  }

  private static Map<String, Step> writers(List<Step> steps) {
    Map<String, Step> writers = new HashMap<>();
    for (Step step : steps) {
      for (String table : step.writes()) {
        Step other = writers.putIfAbsent(table, step);
        if (other != null && other != step) {
          throw new IllegalArgumentException(
              "steps %s and %s both write %s".formatted(other.name(), step.name(), table));
        }
      }
    }
    return writers;
  }

  private static void visit(Step step, Map<String, Step> writers, Set<Step> done, List<Step> path) {
    if (done.contains(step)) {
      return;
    }
    if (path.contains(step)) {
      throw new IllegalArgumentException(
          "steps need each other: "
              + path.subList(path.indexOf(step), path.size()).stream()
                  .map(Step::name)
                  .collect(Collectors.joining(" -> "))
              + " -> "
              + step.name());
    }
    path.add(step);
    for (String table : step.reads()) {
      Step writer = writers.get(table);
      if (writer != null && writer != step) {
        visit(writer, writers, done, path);
      }
    }
    path.remove(step);
    done.add(step);
  }
}
