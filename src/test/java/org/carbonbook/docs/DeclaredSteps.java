package org.carbonbook.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.mart.MartStep;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;

/** All steps that domains declare, and the marts of the configuration. */
final class DeclaredSteps {

  private static final Path CONF = Path.of("conf");
  private static final List<Step> STEPS = inOrderOfData();
  private static final List<MartDefinition> MARTS = MartDefinition.listMarts(CONF);

  private DeclaredSteps() {}

  /** The steps that are not marts, each after those whose tables it reads. */
  static List<Step> listSteps() {
    return STEPS;
  }

  static List<MartDefinition> listMarts() {
    return MARTS;
  }

  /** The tables that a mart reads. */
  static List<String> reads(MartDefinition mart) {
    return new MartStep(mart).reads();
  }

  /** The tables that a step reads and does not write itself. */
  static Stream<String> inputs(Step step) {
    return step.reads().stream().filter(table -> !step.writes().contains(table)).sorted();
  }

  private static List<Step> inOrderOfData() {
    List<Step> left =
        new ArrayList<>(
            Domain.list().stream()
                .flatMap(domain -> domain.steps(new Configuration(CONF)).stream())
                .filter(step -> !(step instanceof MartStep))
                .sorted(Comparator.comparing(Step::name))
                .toList());
    List<Step> sorted = new ArrayList<>();
    while (!left.isEmpty()) {
      Step next =
          left.stream()
              .filter(step -> left.stream().noneMatch(other -> needs(step, other)))
              .findFirst()
              .orElseThrow();
      sorted.add(next);
      left.remove(next);
    }
    return sorted;
  }

  private static boolean needs(Step step, Step other) {
    return step != other && inputs(step).anyMatch(other.writes()::contains);
  }
}
