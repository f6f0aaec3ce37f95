package org.carbonbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.carbonbook.notice.NoticeCode;
import org.junit.jupiter.api.Test;

/** The domains declare everything that they bring. */
class DomainTest {

  @Test
  void everyKindOfFindingIsDeclaredByADomain() {
    List<String> declared =
        Domain.list().stream()
            .flatMap(domain -> domain.notices().stream())
            .map(code -> code.getClass().getName() + "." + code.name())
            .toList();
    List<String> inTheCode =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.carbonbook")
                .stream()
                .filter(each -> each.isEnum() && each.isAssignableTo(NoticeCode.class))
                .map(JavaClass::reflect)
                .flatMap(kind -> List.of(kind.getEnumConstants()).stream())
                .map(code -> code.getClass().getName() + "." + ((NoticeCode) code).name())
                .toList();

    assertThat(declared).containsExactlyInAnyOrderElementsOf(inTheCode);
  }

  @Test
  void kindsOfInputHaveOneReaderEach() {
    assertThat(Domain.list().stream().flatMap(domain -> domain.inputs().stream()))
        .extracting(InputKind::name)
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }
}
