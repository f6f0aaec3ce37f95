package org.carbonbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.notice.NoticeCode;
import org.junit.jupiter.api.Test;

/** Code that nothing uses goes, and what a package needs only for itself is not public. */
class UsedCodeTest {

  private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.carbonbook");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.carbonbook");

  /** The libraries, whose public API stands on its own. */
  private static final List<String> LIBRARIES =
      List.of("org.carbonbook.decomposition", "org.carbonbook.statistics");

  /** Classes that Spark's encoders create, which want them public. */
  private static final List<String> ENCODED =
      List.of("org.carbonbook.building.baseline.BuildingFindings");

  @Test
  void everyMethodIsCalled() {
    assertThat(
            MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !isFoundByOthers(method))
                .filter(method -> callers(method).findAny().isEmpty())
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void everyNoticeIsRaised() {
    assertThat(
            MAIN.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(NoticeCode.class))
                .flatMap(type -> type.getFields().stream())
                .filter(UsedCodeTest::isConstant)
                .filter(
                    code ->
                        code.getAccessesToSelf().stream()
                            .noneMatch(access -> access.getOriginOwner() != code.getOwner()))
                .map(JavaField::getFullName))
        .isEmpty();
  }

  /**
   * ServiceLoader wants public classes, and so does the launcher. Bytecode does not show who uses a
   * constant, nor who receives a type inside a generic one.
   */
  @Test
  void aPublicClassIsUsedByAnotherPackage() {
    assertThat(
            MAIN.stream()
                .filter(type -> type.isTopLevelClass() && isPublic(type))
                .filter(type -> LIBRARIES.stream().noneMatch(type.getPackageName()::startsWith))
                .filter(type -> !isService(type) && !ENCODED.contains(type.getName()))
                .filter(type -> type.tryGetMethod("main", String[].class).isEmpty())
                .filter(type -> !hasPublicConstant(type) && !isReturned(type))
                .map(type -> ALL.get(type.getName()))
                .filter(
                    type ->
                        type.getDirectDependenciesToSelf().stream()
                            .allMatch(
                                use ->
                                    use.getOriginClass()
                                        .getPackageName()
                                        .equals(type.getPackageName())))
                .map(JavaClass::getName))
        .isEmpty();
  }

  private static Stream<JavaAccess<?>> callers(JavaMethod method) {
    JavaMethod known =
        ALL.get(method.getOwner().getName())
            .getMethod(
                method.getName(),
                method.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toArray(String[]::new));
    return known.getAccessesToSelf().stream()
        .filter(access -> !access.getOrigin().equals(known))
        .map(access -> access);
  }

  /** Overrides, annotated methods, accessors of records, and what a compiler adds. */
  private static boolean isFoundByOthers(JavaMethod method) {
    JavaClass owner = method.getOwner();
    boolean isGenerated =
        method.getName().contains("$")
            || method.getModifiers().contains(JavaModifier.SYNTHETIC)
            || (owner.isEnum() && List.of("values", "valueOf").contains(method.getName()))
            || (owner.isRecord() && owner.tryGetField(method.getName()).isPresent());
    return isGenerated
        || method.getName().equals("main")
        || !method.getAnnotations().isEmpty()
        || isOverride(method);
  }

  private static boolean isOverride(JavaMethod method) {
    int parameters = method.getRawParameterTypes().size();
    return Stream.concat(
            method.getOwner().getAllRawSuperclasses().stream(),
            method.getOwner().getAllRawInterfaces().stream())
        .map(JavaClass::reflect)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && other.getParameterCount() == parameters);
  }

  private static boolean isConstant(JavaField field) {
    return field.getRawType().equals(field.getOwner());
  }

  private static boolean hasPublicConstant(JavaClass type) {
    return type.getFields().stream()
        .anyMatch(
            field ->
                field
                    .getModifiers()
                    .containsAll(
                        List.of(JavaModifier.PUBLIC, JavaModifier.STATIC, JavaModifier.FINAL)));
  }

  private static boolean isReturned(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(UsedCodeTest::isPublic)
        .flatMap(other -> other.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .anyMatch(method -> method.getReturnType().getAllInvolvedRawTypes().contains(type));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean isService(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .anyMatch(
            service ->
                UsedCodeTest.class
                        .getClassLoader()
                        .getResource("META-INF/services/" + service.getName())
                    != null);
  }
}
