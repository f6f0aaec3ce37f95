package org.carbonbook;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arrows between packages point down, as {@code docs/ARCHITECTURE.md} says. */
@AnalyzeClasses(packages = "org.carbonbook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What each package may use of ours. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    allow("notice");
    allow("unit", "conf");
    allow("conf");
    allow("decomposition");
    allow("statistics");
    allow("lake");
    allow("step", "conf", "lake", "notice");
    allow("source", "conf", "step", "lake", "notice");
    allow("intake", "conf", "source", "unit", "step", "lake", "notice");
    allow("yearbook", "conf", "intake", "source", "unit", "step", "lake", "notice");
    allow("factor", "conf", "unit", "step", "lake", "notice");
    allow("footprint", "conf", "decomposition", "factor", "unit", "step", "lake", "notice");
    allow("driver", "conf", "decomposition", "step", "lake", "notice");
    allow("industry", "conf", "statistics", "step", "lake", "notice");
    allow("meter", "conf", "intake", "source", "unit", "step", "lake", "notice");
    allow(
        "building",
        "conf",
        "meter",
        "intake",
        "statistics",
        "decomposition",
        "factor",
        "unit",
        "source",
        "step",
        "lake",
        "notice");
    allow("mart", "conf", "step", "lake", "notice");
    allow("trace", "mart", "lake");
    allow("serve", "mart", "lake");
    allow("job", "mart", "source", "step", "lake", "notice");
    allow("monitor", "job", "mart", "step", "lake", "notice");
  }

  @ArchTest
  static void arrowsPointDown(com.tngtech.archunit.core.domain.JavaClasses classes) {
    MAY_USE.forEach(
        (room, uses) -> {
          String[] foreign =
              MAY_USE.keySet().stream()
                  .filter(other -> !other.equals(room) && !uses.contains(other))
                  .map(other -> "org.carbonbook." + other + "..")
                  .toArray(String[]::new);
          ArchRule rule =
              ArchRuleDefinition.noClasses()
                  .that()
                  .resideInAPackage("org.carbonbook." + room + "..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(withCli(foreign));
          rule.check(classes);
        });
  }

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("org.carbonbook.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CIRCLES_IN_METER =
      slices().matching("org.carbonbook.meter.(*)..").should().beFreeOfCycles();

  /** The step is on top of the rooms that it is made of. */
  @ArchTest
  static final ArchRule METER_ROOMS_BELOW_THE_STEP =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("org.carbonbook.meter.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.carbonbook.meter");

  /** The cluster artifact renames these, so a class that used them would have other bytes there. */
  @ArchTest
  static final ArchRule NOTHING_RENAMED =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.commons.io..",
              "org.apache.commons.compress..",
              "org.apache.commons.collections4..");

  private static String[] withCli(String[] foreign) {
    String[] all = Arrays.copyOf(foreign, foreign.length + 1);
    all[foreign.length] = "org.carbonbook.cli..";
    return all;
  }

  private static void allow(String room, String... uses) {
    MAY_USE.put(room, List.of(uses));
  }
}
