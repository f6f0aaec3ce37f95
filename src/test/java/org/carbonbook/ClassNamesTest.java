package org.carbonbook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A simple class name says which class is meant: it occurs once. */
class ClassNamesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("org.carbonbook");

  @Test
  void aTopLevelClassHasANameOfItsOwn() {
    assertThat(
            listTopLevel().stream().collect(groupingBy(JavaClass::getSimpleName)).values().stream()
                .filter(classes -> classes.size() > 1)
                .map(classes -> classes.stream().map(JavaClass::getName).sorted().toList()))
        .isEmpty();
  }

  @Test
  void aNestedTypeIsNotNamedLikeATopLevelClass() {
    Set<String> names = listTopLevel().stream().map(JavaClass::getSimpleName).collect(toSet());
    assertThat(
            CLASSES.stream()
                .filter(JavaClass::isMemberClass)
                .filter(nested -> names.contains(nested.getSimpleName()))
                .map(JavaClass::getName))
        .isEmpty();
  }

  private static List<JavaClass> listTopLevel() {
    return CLASSES.stream().filter(JavaClass::isTopLevelClass).toList();
  }
}
