package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The examples that {@code --help} prints can be called as they are. */
class HelpExamplesTest {

  private static final String START = "  carbonbook ";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Commands whose examples change nothing and need nothing but the sample's lake. */
  private static final Set<String> READING =
      Set.of("claims", "notices", "preview", "rejects", "releases", "sql", "status", "trace");

  static Stream<String> readingExamples() {
    return Carbonbook.commandLine().getSubcommands().entrySet().stream()
        .filter(command -> READING.contains(command.getKey()))
        .flatMap(command -> examples(command.getValue()))
        .filter(HelpExamplesTest::isPossibleOnTheSample)
        .sorted();
  }

  private static Stream<String> examples(CommandLine command) {
    return Arrays.stream(command.getCommandSpec().usageMessage().footer())
        .filter(line -> line.startsWith(START))
        .map(line -> line.substring(START.length()).replaceFirst(" > \\S+$", ""));
  }

  /** The sample has one run and one release, and only its own files. */
  private static boolean isPossibleOnTheSample(String line) {
    return !line.matches("releases rollback .*|status run-.*")
        && (!line.startsWith("preview ") || Files.exists(Path.of(words(line).get(1))));
  }

  private static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("readingExamples")
  void worksAsPrinted(String line) throws IOException {
    List<String> words = new ArrayList<>(List.of("--lake", SampleLake.get().folder().toString()));
    words.addAll(words(line));

    CommandRun run = CommandRun.of(words.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isNotBlank();
  }

  @Test
  void theListOfCommandsHasWholeSentences() {
    assertThat(Carbonbook.commandLine().getSubcommands())
        .isNotEmpty()
        .allSatisfy(
            (name, command) ->
                assertThat(name.equals("help") || isSentence(command)).as(name).isTrue());
  }

  private static boolean isSentence(CommandLine command) {
    return command.getCommandSpec().usageMessage().description()[0].matches("[A-Z].*[.]");
  }
}
