package org.carbonbook.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/NOTICES.md} lists every notice there is. {@code mvn test -Dtest=NoticesDocumentTest
 * -Dnotices.write=true} writes it anew.
 */
class NoticesDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/NOTICES.md");

  @Test
  void listsEveryNotice() throws IOException {
    String expected = document();
    if (Boolean.getBoolean("notices.write")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("write it anew with -Dnotices.write=true")
        .isEqualTo(expected);
  }

  private static String document() {
    StringBuilder text = new StringBuilder();
    text.append("# Notices\n\n");
    text.append("What can be wrong with the data. An ERROR keeps the old release in place; a\n");
    text.append("WARNING or INFO is told and the run goes on. `carbonbook notices` prints those\n");
    text.append("that hold for a lake, each with its place and remedy. Written from the code by\n");
    text.append("`mvn test -Dtest=NoticesDocumentTest -Dnotices.write=true`.\n");
    for (JavaClass kind : kinds()) {
      text.append("\n## ").append(room(kind)).append(" (").append(kind.getSimpleName());
      text.append(")\n\n| code | severity | meaning | 含义 |\n| --- | --- | --- | --- |\n");
      for (Object constant : kind.reflect().getEnumConstants()) {
        NoticeCode code = (NoticeCode) constant;
        text.append(
            "| %s | %s | %s | %s |%n"
                .formatted(code.name(), code.severity(), code.en(), code.zh()));
      }
    }
    return text.toString();
  }

  private static List<JavaClass> kinds() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.carbonbook")
            .stream()
            .filter(each -> each.isEnum() && each.isAssignableTo(NoticeCode.class))
            .sorted(Comparator.comparing(JavaClass::getName))
            .toList();
  }

  private static String room(JavaClass kind) {
    return Arrays.stream(kind.getPackageName().split("\\.")).skip(2).findFirst().orElseThrow();
  }
}
