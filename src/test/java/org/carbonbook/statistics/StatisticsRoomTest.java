package org.carbonbook.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * Of ours the library uses only the readers of configuration, which use nothing else of ours, so
 * that the two could ship alone.
 */
class StatisticsRoomTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.carbonbook.statistics");

  @Test
  void usesOnlyTheReadersOfConfigurationOfOurs() {
    noClasses()
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                    "org.carbonbook..")
                .and(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                        "org.carbonbook.statistics..", "org.carbonbook.conf")))
        .check(classes);
  }

  @Test
  void itsRoomsHaveNoCircles() {
    slices().matching("org.carbonbook.statistics.(*)..").should().beFreeOfCycles().check(classes);
  }
}
