package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both READMEs list every command and show what commands print on the sample data. */
class ReadmeTest {

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?ms)^```\\n\\$ bin/carbonbook (?<line>(?:run nightly|sql|trace)(?:[^\\n\\\\]|\\\\\\n)*)\\n"
              + "(?<output>.*?)^```$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern NAMED = Pattern.compile("`([a-z]+)[ `]");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void commandsPrintWhatIsShown(String readme) throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(Path.of(readme)));
    int commands = 0;
    while (shown.find()) {
      commands++;
      String line = shown.group("line").replace("\\\n", " ");
      for (String part : parts(line, withoutSeconds(shown.group("output")))) {
        Recipe.requireOutput(new Recipe.Command(line, part), withoutSeconds(printed(line)));
      }
    }
    assertThat(commands).as("commands whose output %s shows", readme).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void everyCommandIsListed(String readme) throws IOException {
    Set<String> known = new TreeSet<>(CommandRun.commands());
    known.remove("help");
    Set<String> listed =
        Files.readString(Path.of(readme))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" \\| ")[0])
            .flatMap(cell -> NAMED.matcher(cell).results().map(name -> name.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isEqualTo(known);
  }

  private static String printed(String line) throws IOException {
    SampleLake lake = SampleLake.get();
    if (line.startsWith("run ")) {
      return lake.run().out() + lake.run().err();
    }
    List<String> words =
        WORD.matcher(line)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .collect(Collectors.toList());
    words.addAll(0, List.of("--lake", lake.folder().toString()));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  /** Steps of a run end in any order, so that each line of its output is looked for by itself. */
  private static List<String> parts(String line, String output) {
    return line.startsWith("run ")
        ? output.lines().filter(each -> !each.equals("…")).map("…\n%s\n…\n"::formatted).toList()
        : List.of(output);
  }

  /** How long a step took differs from run to run. */
  private static String withoutSeconds(String text) {
    return text.replaceAll(" in [0-9.]+ s\\b", " in … s");
  }
}
