package org.carbonbook.job;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.mart.CheckStep;
import org.carbonbook.mart.MartStep;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** All steps that the domains bring. A job file picks from them by name. */
final class StepCatalog {

  /** Names of job files that stand for all steps of a kind. */
  private static final Map<String, Class<? extends Step>> KINDS =
      Map.of("marts", MartStep.class, "checks", CheckStep.class);

  private final Map<String, Step> byName;

  StepCatalog(List<Step> steps) {
    this.byName =
        steps.stream()
            .collect(Collectors.toMap(Step::name, step -> step, StepCatalog::requireSame));
  }

  private static Step requireSame(Step one, Step other) {
    throw new IllegalStateException(
        "two steps are named %s: %s and %s"
            .formatted(one.name(), one.getClass().getName(), other.getClass().getName()));
  }

  /** The steps that the domains bring, among them one for each mart of the configuration. */
  static StepCatalog list(Configuration configuration) {
    return new StepCatalog(
        Domain.list().stream().flatMap(domain -> domain.steps(configuration).stream()).toList());
  }

  /**
   * The steps of a job, in the order they must run.
   *
   * @throws IllegalArgumentException that names the nearest steps to an unknown one
   */
  List<Step> of(Job job) {
    List<Step> named =
        job.steps().stream().flatMap(name -> named(name, job.source())).distinct().toList();
    try {
      return StepOrder.sort(named);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(job.source().file() + ": " + e.getMessage(), e);
    }
  }

  /** The tables that any step writes. */
  Set<String> tables() {
    return byName.values().stream()
        .flatMap(step -> step.writes().stream())
        .collect(Collectors.toSet());
  }

  /** The names of the steps among {@code steps} that people asked for. */
  static List<String> requireKnown(List<String> asked, List<Step> steps) {
    List<String> names = steps.stream().map(Step::name).toList();
    for (String name : asked) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "no step %s in this job; did you mean %s?"
                .formatted(name, NearestNames.of(name, names)));
      }
    }
    return asked;
  }

  private Stream<Step> named(String name, Job.Source source) {
    if (KINDS.containsKey(name)) {
      return byName.values().stream()
          .filter(KINDS.get(name)::isInstance)
          .sorted(Comparator.comparing(Step::name));
    }
    Step step = byName.get(name);
    if (step == null) {
      throw new IllegalArgumentException(
          "%s: no step %s; did you mean %s?"
              .formatted(source.placeOfEntry(name), name, NearestNames.of(name, byName.keySet())));
    }
    return Stream.of(step);
  }
}
