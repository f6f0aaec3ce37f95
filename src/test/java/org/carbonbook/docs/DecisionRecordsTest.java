package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision record is in the index with a valid status, and has the sections of a record. */
class DecisionRecordsTest {

  private static final Path FOLDER = Path.of("docs/decisions");
  private static final Path INDEX = FOLDER.resolve("README.md");

  static List<String> records() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .filter(name -> !List.of("README.md", "TEMPLATE.md").contains(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void isListedWithAStatus(String record) throws IOException {
    String line =
        "| [%s](%s) | ".formatted(record.substring(0, record.length() - ".md".length()), record);
    assertThat(Files.readAllLines(INDEX))
        .as("docs/decisions/README.md needs a line '%s what it is about | accepted |'", line)
        .anyMatch(
            each ->
                each.startsWith(line)
                    && each.matches(
                        ".*\\| (proposed|accepted|superseded by \\[.+\\]\\(.+\\)) \\|"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasTheSectionsOfARecord(String record) throws IOException {
    String text = Files.readString(FOLDER.resolve(record));
    assertThat(text).startsWith("# ");
    for (String section : List.of("Context", "Options", "Decision", "Consequences")) {
      Pattern heading = Pattern.compile("^(## |\\*\\*)" + section, Pattern.MULTILINE);
      assertThat(heading.matcher(text).find())
          .as("%s needs the section '## %s', see TEMPLATE.md", record, section)
          .isTrue();
    }
  }

  @Test
  void theIndexListsOnlyRecordsThatExist() throws IOException {
    List<String> listed =
        Pattern.compile("^\\| \\[[^]]+\\]\\(([^)]+)\\)", Pattern.MULTILINE)
            .matcher(Files.readString(INDEX))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(listed).isEqualTo(records());
  }
}
