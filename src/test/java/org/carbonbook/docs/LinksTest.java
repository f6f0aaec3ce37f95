package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Dictionary;
import org.carbonbook.mart.MartDefinition;
import org.junit.jupiter.api.Test;

/** Relative links in documents lead to files and headings that exist. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  @Test
  void leadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      String text = CODE.matcher(Files.readString(document)).replaceAll("");
      Matcher link = LINK.matcher(text);
      while (link.find()) {
        if (!link.group(1).contains("://") && !exists(document, link.group(1))) {
          broken.add(document + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** {@code method} of a mart is a document and a heading in it. */
  @Test
  void everyMartNamesTheSectionThatExplainsIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<TableDefinition> marts =
        new ArrayList<>(
            MartDefinition.listMarts(Path.of("conf")).stream()
                .map(MartDefinition::definition)
                .toList());
    marts.add(TableDefinition.getDefinition(Dictionary.TABLE));
    for (TableDefinition mart : marts) {
      String method = mart.method();
      if (method == null || !method.contains("#") || !exists(Path.of("README.md"), method)) {
        wrong.add(mart.table() + ": " + method);
      }
    }
    assertThat(wrong)
        .as("the header of the mart needs a line '-- method: docs/methods/FILE.md#heading'")
        .isEmpty();
  }

  private static boolean exists(Path document, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
  }

  /** The anchors of a document, as GitHub makes them from headings. */
  private static Set<String> headings(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder : List.of("docs", "src/main/java")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    try (Stream<Path> files = Files.list(Path.of("."))) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .map(Path::normalize)
          .forEach(documents::add);
    }
    return documents;
  }
}
