package org.carbonbook.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Follows each recipe literally in a copy of the checkout, with its own build: {@code mvn test
 * -Dtest=RecipesRunTest -Dtest.excludedGroups=}.
 */
@Tag("slow")
class RecipesRunTest {

  private static final List<String> CHECKOUT =
      List.of("bin", "conf", "docs", "jobs", "sample-data", "src", ".mvn", "pom.xml");

  @TempDir private static Path built;
  @TempDir private Path home;

  /** What every recipe starts from: a checkout with its own build and a lake that has a release. */
  @BeforeAll
  static void buildAndRunTheMainJob() throws IOException, InterruptedException {
    for (String part : CHECKOUT) {
      Path from = Path.of(part);
      if (Files.isDirectory(from)) {
        FileUtils.copyDirectory(from.toFile(), built.resolve(part).toFile());
      } else {
        Files.copy(from, built.resolve(part));
      }
    }
    run(built, "bin/carbonbook run nightly");
  }

  static List<String> names() throws IOException {
    return Recipe.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void worksAsWritten(String name) throws IOException, InterruptedException {
    FileUtils.copyDirectory(built.toFile(), home.toFile());
    Recipe recipe = Recipe.read(name);
    for (Recipe.Action action : recipe.actions()) {
      recipe.edit(home, action);
      if (action instanceof Recipe.Command command) {
        Printed printed = run(home, command.line());
        // What Maven prints depends on its version; its exit code counts.
        if (!command.line().startsWith("mvn ")) {
          requireOutput(command, printed);
        }
      }
    }
  }

  /** Results are on standard output, progress and the build on standard error. */
  private record Printed(String out, String err) {}

  private static void requireOutput(Recipe.Command command, Printed printed) {
    if (!Recipe.isShown(command, printed.out()) && !Recipe.isShown(command, printed.err())) {
      Recipe.requireOutput(command, printed.out() + printed.err());
    }
  }

  private static Printed run(Path home, String line) throws IOException, InterruptedException {
    Path err = Files.createTempFile("recipe", ".err");
    Process process =
        new ProcessBuilder("bash", "-c", line)
            .directory(home.toFile())
            .redirectError(err.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exit = process.waitFor();
    Printed printed = new Printed(out, Files.readString(err));
    Files.delete(err);
    boolean preview = line.contains(" preview ");
    assertThat(exit).as("$ %s%n%s", line, printed).isIn(preview ? List.of(0, 1) : List.of(0));
    return printed;
  }
}
