package org.carbonbook.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.mart.MartStep;
import org.carbonbook.step.Step;

/** All steps: those of the classes, in the order of their data, and one for each mart. */
final class DeclaredSteps {

  private static final List<Step> STEPS = sorted();
  private static final List<MartDefinition> MARTS = MartDefinition.listMarts(Path.of("conf"));

  private DeclaredSteps() {}

  /** The steps that are classes, each after those whose tables it reads. */
  static List<Step> listSteps() {
    return STEPS;
  }

  private static List<Step> sorted() {
    List<Step> steps =
        new ArrayList<>(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.carbonbook")
                    .stream()
                    .filter(each -> each.isAssignableTo(Step.class) && !each.isInterface())
                    .filter(each -> !each.isEquivalentTo(MartStep.class))
                    .sorted(Comparator.comparing(JavaClass::getName))
                    .map(DeclaredSteps::instance)
                    .toList());
    List<Step> sorted = new ArrayList<>();
    while (!steps.isEmpty()) {
      Step next =
          steps.stream()
              .filter(step -> steps.stream().noneMatch(other -> needs(step, other)))
              .findFirst()
              .orElseThrow();
      sorted.add(next);
      steps.remove(next);
    }
    return sorted;
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

  private static boolean needs(Step step, Step other) {
    return step != other && inputs(step).anyMatch(other.writes()::contains);
  }

  private static Step instance(JavaClass type) {
    try {
      Constructor<?> constructor = type.reflect().getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Step) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no constructor without arguments", e);
    }
  }
}
