package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Documents, comments, messages and the configuration use none of the words that the last table of
 * {@code docs/GLOSSARY.md} replaces and that have no other meaning here.
 */
class ProseTest {

  private static final Pattern REPLACED =
      Pattern.compile(
          "\\b(?:mend(?:s|ed)?|anew|whom|folks|somebody|sets? aside|held against|told"
              + "|tells? [a-z ]+ apart|(?:go|goes|going) on|(?:is|are) none of)\\b"
              + "|(?<!there )(?<!There )\\b(?:is|are) no "
              + "(?!longer\\b|such\\b|more\\b|later\\b|larger\\b|less\\b)[a-z]+");

  private static final List<String> PLACES =
      List.of("docs", "conf", "jobs", "src/main", "README.md", "CONTRIBUTING.md", "SECURITY.md");

  @Test
  void usesTheTermsOfTheGlossary() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : texts()) {
      Matcher word = REPLACED.matcher(Files.readString(file));
      while (word.find()) {
        found.add(file + ": " + word.group());
      }
    }
    assertThat(found).as("words that docs/GLOSSARY.md replaces").isEmpty();
  }

  private static List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (String place : PLACES) {
      try (Stream<Path> files = Files.walk(Path.of(place))) {
        files
            .filter(file -> file.toString().matches(".*\\.(?:md|java|sql|yaml|csv|txt)"))
            // The glossary names the words; claims are quotations.
            .filter(file -> !file.endsWith("GLOSSARY.md") && !file.toString().contains("/claims/"))
            .forEach(texts::add);
      }
    }
    assertThat(texts).hasSizeGreaterThan(800);
    return texts;
  }
}
