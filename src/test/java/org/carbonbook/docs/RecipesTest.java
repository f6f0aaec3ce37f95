package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.commons.io.FileUtils;
import org.carbonbook.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recipes can be followed: their edits apply to the files as they are, their Java compiles, and
 * {@code preview} prints what they show. {@link RecipesRunTest} runs everything else.
 */
class RecipesTest {

  @TempDir private Path home;

  static List<String> names() throws IOException {
    return Recipe.names();
  }

  @Test
  void theIndexListsEveryRecipe() throws IOException {
    String index = Files.readString(Recipe.FOLDER.resolve("README.md"));
    assertThat(names()).isNotEmpty().allMatch(name -> index.contains("(" + name + ".md)"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void editsApplyAndPreviewsPrintWhatIsShown(String name) throws IOException {
    for (String folder : List.of("conf", "jobs", "sample-data", "src")) {
      FileUtils.copyDirectory(Path.of(folder).toFile(), home.resolve(folder).toFile());
    }
    Recipe recipe = Recipe.read(name);
    List<Path> sources = new ArrayList<>();
    for (Recipe.Action action : recipe.actions()) {
      recipe.edit(home, action);
      if (action instanceof Recipe.Command command) {
        runIfPreview(command);
      } else {
        java(action).forEach(sources::add);
      }
    }
    if (!sources.isEmpty()) {
      compile(sources.stream().distinct().toList());
    }
  }

  private void runIfPreview(Recipe.Command command) {
    String start = "bin/carbonbook preview ";
    if (command.line().startsWith(start)) {
      String file = command.line().substring(start.length());
      CommandRun run =
          CommandRun.of("--conf", home + "/conf", "preview", home.resolve(file).toString());
      Recipe.requireOutput(command, (run.out() + run.err()).replace(home + "/", ""));
    }
  }

  private Stream<Path> java(Recipe.Action action) {
    String file =
        action instanceof Recipe.Create create
            ? create.file()
            : action instanceof Recipe.Replace replace ? replace.file() : "";
    return file.endsWith(".java") ? Stream.of(home.resolve(file)) : Stream.of();
  }

  private void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              Files.createDirectories(home.resolve("classes")).toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
