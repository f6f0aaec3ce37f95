package org.carbonbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every class that holds tests has a name that Surefire picks up. */
class AllTestsRunTest {

  /** Surefire's default patterns. */
  private static final Pattern PICKED_UP =
      Pattern.compile("Test\\w*|\\w*Test|\\w*Tests|\\w*TestCase");

  @Test
  void noClassWithTestsIsPassedOver() {
    List<String> passedOver =
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.carbonbook")
                .stream()
                .filter(AllTestsRunTest::holdsTests)
                .map(AllTestsRunTest::outermost)
                .filter(each -> !PICKED_UP.matcher(each.getSimpleName()).matches())
                .map(JavaClass::getName)
                .distinct()
                .toList();

    assertThat(passedOver).as("rename these to …Test, or they never run").isEmpty();
  }

  private static boolean holdsTests(JavaClass each) {
    return each.getMethods().stream().anyMatch(AllTestsRunTest::isTest)
        || each.getFields().stream().anyMatch(field -> isTestMark(field.getAnnotations()));
  }

  private static boolean isTest(JavaMethod method) {
    return isTestMark(method.getAnnotations());
  }

  private static boolean isTestMark(
      java.util.Set<? extends com.tngtech.archunit.core.domain.JavaAnnotation<?>> marks) {
    List<String> names = marks.stream().map(mark -> mark.getRawType().getName()).toList();
    return Arrays.asList(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.api.TestFactory",
            "net.jqwik.api.Property",
            "net.jqwik.api.Example",
            "com.tngtech.archunit.junit.ArchTest")
        .stream()
        .anyMatch(names::contains);
  }

  private static JavaClass outermost(JavaClass each) {
    JavaClass outer = each;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
