package org.carbonbook.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The library uses nothing of ours, so that it could ship alone. */
class StatisticsRoomTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.carbonbook.statistics");

  @Test
  void usesNothingOfOurs() {
    noClasses()
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                    "org.carbonbook..")
                .and(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                        "org.carbonbook.statistics..")))
        .check(classes);
  }

  @Test
  void itsRoomsHaveNoCircles() {
    slices().matching("org.carbonbook.statistics.(*)..").should().beFreeOfCycles().check(classes);
  }
}
