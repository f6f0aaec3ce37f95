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

  /** What each package may use of ours; the table in docs/ARCHITECTURE.md is written from it. */
  static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    allow("notice");
    allow("unit", "conf");
    allow("conf");
    allow("catalyst");
    allow("decomposition", "catalyst", "conf");
    allow("statistics", "catalyst", "conf");
    allow("lake", "catalyst", "conf");
    allow("step", "conf", "lake", "notice");
    allow("source", "conf", "step", "lake", "notice");
    allow("intake", "conf", "source", "unit", "step", "lake", "notice");
    allow("yearbook", "conf", "intake", "source", "unit", "step", "lake", "notice");
    allow("factor", "conf", "unit", "step", "lake", "notice");
    allow("footprint", "conf", "decomposition", "factor", "unit", "step", "lake", "notice");
    allow(
        "attribution", "conf", "decomposition", "industry", "statistics", "step", "lake", "notice");
    allow("claims", "conf", "statistics", "step", "lake", "notice");
    allow("industry", "conf", "step", "lake", "notice");
    allow("series", "conf", "industry", "statistics", "step", "lake", "notice");
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
    allow("transport", "conf", "factor", "intake", "source", "step", "lake", "notice");
    allow("mart", "conf", "step", "lake", "notice");
    allow("trace", "catalyst", "mart", "lake");
    allow("serve", "conf", "mart", "lake");
    allow("export", "conf", "mart", "lake");
    allow("job", "conf", "mart", "source", "step", "lake", "notice");
    allow("monitor", "conf", "job", "mart", "step", "lake", "notice");
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

  /** The libraries compute on plain arrays; only their Spark layer knows Spark. */
  @ArchTest
  static final ArchRule KERNELS_WITHOUT_SPARK =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage("org.carbonbook.decomposition..", "org.carbonbook.statistics..")
          .and()
          .resideOutsideOfPackages(
              "org.carbonbook.decomposition.spark..", "org.carbonbook.statistics.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..",
              "org.apache.hadoop..",
              "org.apache.parquet..",
              "org.carbonbook.decomposition.spark..",
              "org.carbonbook.statistics.spark..",
              "org.carbonbook.catalyst..",
              "scala..");

  /**
   * An upgrade of Spark touches the room of its private classes, and serving: what readers may ask
   * is decided on Spark's plans, which are private classes themselves.
   */
  @ArchTest
  static final ArchRule PRIVATE_CLASSES_OF_SPARK_IN_THEIR_ROOMS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("org.carbonbook.catalyst", "org.carbonbook.serve..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark.sql.catalyst..",
              "org.apache.spark.sql.execution..",
              "org.apache.spark.sql.internal..",
              "org.apache.spark.unsafe..");

  /** One reader of YAML means one form of message, and one rule for unknown keys. */
  @ArchTest
  static final ArchRule YAML_IS_READ_IN_CONF =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("org.carbonbook.conf")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.dataformat..", "org.yaml..");

  /** The rooms of each library depend on each other in one direction. */
  @ArchTest
  static final ArchRule NO_CIRCLES_IN_DECOMPOSITION =
      slices().matching("org.carbonbook.decomposition.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CIRCLES_IN_STATISTICS =
      slices().matching("org.carbonbook.statistics.(*)..").should().beFreeOfCycles();

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
