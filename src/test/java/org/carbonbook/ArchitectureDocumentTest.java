package org.carbonbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.docs.GeneratedDocument;
import org.junit.jupiter.api.Test;

/**
 * The package table of {@code docs/ARCHITECTURE.md} is what {@link ArchitectureTest} enforces, with
 * the first sentence of each {@code package.md}.
 */
class ArchitectureDocumentTest {

  private static final Path SOURCES = Path.of("src/main/java/org/carbonbook");

  @Test
  void showsWhatIsEnforced() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("| package | what lives there | may use |\n| --- | --- | --- |\n");
    table.append(row("cli", "everything below; nothing uses it"));
    List<String> rooms = new ArrayList<>(ArchitectureTest.MAY_USE.keySet());
    Collections.reverse(rooms);
    for (String room : rooms) {
      List<String> uses = ArchitectureTest.MAY_USE.get(room);
      table.append(row(room, uses.isEmpty() ? "nothing of ours" : String.join(", ", uses)));
    }
    new GeneratedDocument(
            Path.of("docs/ARCHITECTURE.md"), "architecture", ArchitectureDocumentTest.class)
        .requirePart(table.toString());
  }

  @Test
  void everyPackageIsInTheTable() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      assertThat(
              folders
                  .map(folder -> folder.getFileName().toString())
                  .filter(room -> !room.equals("cli"))
                  .collect(Collectors.toSet()))
          .as("packages that ArchitectureTest knows")
          .isEqualTo(ArchitectureTest.MAY_USE.keySet());
    }
  }

  private static String row(String room, String uses) throws IOException {
    return "| [%s](../src/main/java/org/carbonbook/%s/package.md) | %s | %s |\n"
        .formatted(room, room, summary(room), uses);
  }

  /** The first sentence below the title. */
  private static String summary(String room) throws IOException {
    return Files.readAllLines(SOURCES.resolve(room).resolve("package.md")).stream()
        .skip(2)
        .takeWhile(line -> !line.isBlank())
        .collect(Collectors.joining(" "))
        .replaceFirst("\\.( .*)?$", "");
  }
}
