package org.carbonbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;

/**
 * Inside a domain that has rooms, arrows point from the root and the later rooms to the earlier.
 */
@AnalyzeClasses(packages = "org.carbonbook", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomOrderTest {

  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "yearbook", List.of("vocabulary", "grid", "layout", "read", "suggest"),
          "meter", List.of("registry", "log", "hours", "sample"),
          "factor", List.of("value", "grid", "file", "set"));

  @ArchTest
  static void arrowsPointToEarlierRooms(JavaClasses classes) {
    ROOMS.forEach(
        (domain, rooms) -> {
          String root = "org.carbonbook." + domain;
          for (int i = 0; i < rooms.size(); i++) {
            List<String> later = rooms.subList(i + 1, rooms.size());
            noClasses()
                .that()
                .resideInAPackage(root + "." + rooms.get(i) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    later.stream().map(room -> root + "." + room + "..").toArray(String[]::new))
                .check(classes);
          }
        });
  }

  @ArchTest
  static void everyRoomIsListed(JavaClasses classes) {
    ROOMS.forEach(
        (domain, rooms) -> {
          String root = "org.carbonbook." + domain;
          String[] listed =
              rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
          com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
              .that()
              .resideInAPackage(root + ".(*)..")
              .should()
              .resideInAnyPackage(listed)
              .check(classes);
        });
  }
}
