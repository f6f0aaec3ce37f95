package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recipe of {@code docs/recipes} as what its fenced code says to do. The line before a block says
 * what the block is: {@code Create `F`:}, {@code Append to `F`:}, or {@code In `F`, replace}, which
 * is followed by two blocks. A block of kind {@code console} has commands and what they print.
 */
final class Recipe {

  static final Path FOLDER = Path.of("docs/recipes");

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(?<lead>[^\\n]*)\\n+```(?<kind>\\w+)\\n(?<text>.*?)^```$");
  private static final Pattern LEAD =
      Pattern.compile("(?<verb>Create|Append to|In) `(?<file>[^`]+)`(:|, replace)$");

  private final String name;
  private final List<Action> actions = new ArrayList<>();

  /** One thing that the recipe says to do. */
  sealed interface Action permits Create, Append, Replace, Command {}

  /** Write a new file. */
  record Create(String file, String text) implements Action {}

  /** Add text at the end of a file. */
  record Append(String file, String text) implements Action {}

  /** Replace a text that occurs once in a file; neither has its last line end. */
  record Replace(String file, String before, String after) implements Action {}

  /** Run a command line, which prints this. */
  record Command(String line, String output) implements Action {}

  private Recipe(String name) {
    this.name = name;
  }

  /** The recipes, by name. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
          .filter(file -> !file.equals("README"))
          .sorted()
          .toList();
    }
  }

  static Recipe read(String name) throws IOException {
    Recipe recipe = new Recipe(name);
    Matcher block = BLOCK.matcher(Files.readString(FOLDER.resolve(name + ".md")));
    Replace half = null;
    while (block.find()) {
      String text = block.group("text");
      Matcher lead = LEAD.matcher(block.group("lead"));
      boolean leads = lead.find();
      if (half != null) {
        assertThat(block.group("lead")).isEqualTo("with");
        recipe.actions.add(new Replace(half.file(), half.before(), text.stripTrailing()));
        half = null;
      } else if (block.group("kind").equals("console")) {
        recipe.addCommands(text);
      } else if (leads && lead.group("verb").equals("In")) {
        half = new Replace(lead.group("file"), text.stripTrailing(), "");
      } else {
        assertThat(leads).as("%s: what is this block? %s", name, text).isTrue();
        recipe.actions.add(
            lead.group("verb").equals("Create")
                ? new Create(lead.group("file"), text)
                : new Append(lead.group("file"), text));
      }
    }
    return recipe;
  }

  private void addCommands(String text) {
    for (String part : text.split("(?m)^\\$ ")) {
      if (!part.isEmpty()) {
        int end = part.indexOf('\n');
        actions.add(new Command(part.substring(0, end), part.substring(end + 1)));
      }
    }
  }

  List<Action> actions() {
    return actions;
  }

  /** Does to the files of a home folder what one action says. */
  void edit(Path home, Action action) throws IOException {
    if (action instanceof Create create) {
      Path file = home.resolve(create.file());
      assertThat(file).as("%s creates a file that exists", name).doesNotExist();
      Files.createDirectories(file.getParent());
      Files.writeString(file, create.text());
    } else if (action instanceof Append append) {
      Path file = home.resolve(append.file());
      Files.writeString(file, Files.readString(file) + append.text());
    } else if (action instanceof Replace replace) {
      Path file = home.resolve(replace.file());
      String text = Files.readString(file);
      assertThat(text.split(Pattern.quote(replace.before()), -1))
          .as("%s replaces this in %s, where it must occur once: %s", name, file, replace.before())
          .hasSize(2);
      Files.writeString(file, text.replace(replace.before(), replace.after()));
    }
  }

  /** What is printed must be what is shown, where {@code …} stands for any text or lines. */
  static void requireOutput(Command command, String printed) {
    assertThat(isShown(command, printed))
        .as("$ %s%nshows%n%s%nand prints%n%s", command.line(), command.output(), printed)
        .isTrue();
  }

  /** Whether what is printed is what the recipe shows. */
  static boolean isShown(Command command, String printed) {
    List<String> shown = command.output().lines().toList();
    List<String> lines = printed.stripTrailing().lines().toList();
    int line = 0;
    int next = 0;
    int resumeShown = -1;
    int resumeLine = 0;
    while (line < lines.size()) {
      if (next < shown.size() && shown.get(next).equals("…")) {
        resumeShown = ++next;
        resumeLine = line;
      } else if (next < shown.size() && matches(shown.get(next), lines.get(line))) {
        next++;
        line++;
      } else if (resumeShown >= 0) {
        next = resumeShown;
        line = ++resumeLine;
      } else {
        return false;
      }
    }
    return shown.subList(next, shown.size()).stream().allMatch("…"::equals);
  }

  private static boolean matches(String shown, String line) {
    String pattern =
        Stream.of(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return line.stripTrailing().matches(pattern);
  }
}
