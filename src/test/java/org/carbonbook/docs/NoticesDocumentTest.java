package org.carbonbook.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.Test;

/** {@code docs/NOTICES.md} and {@code docs/zh/notices.md} list every notice there is. */
class NoticesDocumentTest {

  private static final String SOURCE = "the enums that implement `NoticeCode`";

  @Test
  void listsEveryNotice() throws IOException {
    GeneratedDocument document = document("docs/NOTICES.md");
    StringBuilder text =
        new StringBuilder(
            """
            # Notices

            A notice is a finding about the data. It has a code, a severity, a place, a message and a remedy. This document
            answers: what does a code mean? `carbonbook notices` prints the notices that are in force for a lake.

            | severity | effect |
            | --- | --- |
            | ERROR | The run finishes, but what it holds is not published: the whole release, whose readers keep the previous one, or only the yearbook table that it is about, which keeps its last good figures. |
            | WARNING | The release is published. Check the data. |
            | INFO | The release is published. It is reported for the record. |
            """);
    for (JavaClass kind : kinds()) {
      text.append("\n## %s (%s)\n\n".formatted(room(kind), kind.getSimpleName()));
      text.append("| code | severity | holds | meaning | 含义 |\n| --- | --- | --- | --- | --- |\n");
      for (NoticeCode code : codes(kind)) {
        text.append(
            "| %s | %s | %s | %s | %s |\n"
                .formatted(code.name(), code.severity(), held(code), code.en(), code.zh()));
      }
    }
    document.requireText(text + document.origin(SOURCE));
  }

  @Test
  void listsEveryNoticeInChinese() throws IOException {
    GeneratedDocument document = document("docs/zh/notices.md");
    StringBuilder text =
        new StringBuilder(
            """
            # 提示

            提示（notice）是关于数据的发现，包括代码、级别、位置、内容和处理办法。`carbonbook notices` 列出当前数据湖中有效的提示，本页说明各代码的含义。

            | 级别 | 影响 |
            | --- | --- |
            | ERROR | 运行完成，但所涉内容不公布：或整个发布版（读者看到的仍是上一个发布版），或仅所涉的年鉴表（沿用上一次的数字） |
            | WARNING | 正常公布，但应有人核对数据 |
            | INFO | 正常公布，仅作记录 |
            """);
    for (JavaClass kind : kinds()) {
      text.append("\n## %s（%s）\n\n".formatted(room(kind), kind.getSimpleName()));
      text.append("| 代码 | 级别 | 含义 |\n| --- | --- | --- |\n");
      for (NoticeCode code : codes(kind)) {
        text.append("| %s | %s | %s |\n".formatted(code.name(), code.severity(), code.zh()));
      }
    }
    document.requireText(text + "\n本页由实现 `NoticeCode` 的枚举生成：`%s`。\n".formatted(document.command()));
  }

  private static GeneratedDocument document(String file) {
    return new GeneratedDocument(Path.of(file), "notices", NoticesDocumentTest.class);
  }

  private static List<NoticeCode> codes(JavaClass kind) {
    return Arrays.stream(kind.reflect().getEnumConstants()).map(NoticeCode.class::cast).toList();
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

  /** What an ERROR holds; nothing for other severities, unless the configuration raises them. */
  private static String held(NoticeCode code) {
    return code.severity() == Severity.ERROR ? code.holds().name().toLowerCase(Locale.ROOT) : "";
  }

  private static String room(JavaClass kind) {
    return Arrays.stream(kind.getPackageName().split("\\.")).skip(2).findFirst().orElseThrow();
  }
}
