package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a YAML file may contain, and the messages on one that does not fit. */
class ConfYamlTest {

  @TempDir private Path folder;

  enum Way {
    SHORT,
    LONG
  }

  record Settings(int heldBack, String name, List<Part> parts) {}

  record Part(Way way, List<String> texts) {

    Part {
      if (way == Way.LONG && texts.isEmpty()) {
        throw new IllegalArgumentException("a long way has texts; list them");
      }
    }
  }

  @Test
  void keysAreComponents() throws IOException {
    assertThat(ConfYaml.read(file("held_back: 3\nname: 甲\n"), Settings.class))
        .isEqualTo(new Settings(3, "甲", null));
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearestKeysFirst() throws IOException {
    assertThat(messageOf("name: a\nnames: 3\n"))
        .isEqualTo(
            folder
                + "/settings.yaml:2: unknown key 'names'; known are name, parts, held_back;"
                + " correct or remove the key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "held_back: many | settings.yaml:1: held_back: 'many' is not a whole number; correct",
        "name: [a] | settings.yaml:1: name: must be a text; correct the value",
        "parts: {way: short} | settings.yaml:1: parts: must be a list; correct the value",
        "parts: [{way: wide}] | parts[1].way: 'wide' is not one of short, long; correct the value",
        "parts: [{way: long, texts: []}] | parts[1]: a long way has texts; list them; correct",
        "parts: [{way: long}] | parts[1]: a key that must be given is missing; correct the value",
        "name: {a | settings.yaml:1: ",
        "\"name: a\nname: b\" | settings.yaml:2: Duplicate field 'name'; correct the line",
        "# only a comment | settings.yaml: holds no key; write its keys",
        "just words | settings.yaml:1: must be keys with values; correct the value"
      })
  void aFaultNamesFileLineKeyAndRemedyInOneLine(String yaml, String part) throws IOException {
    assertThat(messageOf(yaml)).contains(part).contains("settings.yaml").doesNotContain("\n");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfYaml.read(folder.resolve("none.yaml"), Settings.class))
        .withMessageContaining("none.yaml: the file does not exist")
        .withMessageContaining("restore the file");
    Path gbk = Files.write(folder.resolve("gbk.yaml"), "name: 甲".getBytes("GB18030"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfYaml.readTree(gbk))
        .withMessageContaining("gbk.yaml: bytes that are not UTF-8");
  }

  @Test
  void aCallerThatReportsFaultsGetsThemAndNoValue() throws IOException {
    List<ConfFault> faults = new ArrayList<>();
    assertThat(ConfYaml.read(file("held: 1"), "x.yaml", Settings.class, faults::add)).isEmpty();
    assertThat(faults).extracting(ConfFault::place).containsExactly("x.yaml:1");
    assertThat(faults).extracting(ConfFault::kind).containsExactly(ConfFault.Kind.UNKNOWN_KEY);
  }

  @Test
  void freeKeysComeAsATree() throws IOException {
    assertThat(ConfYaml.readTree(file("a: {b: 1}")).path("a").path("b").asInt()).isEqualTo(1);
    assertThat(ConfYaml.readTree(file("# nothing")).size()).isZero();
    Path list = file("[a, b]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfYaml.readTree(list))
        .withMessageContaining("must be keys with values");
  }

  private String messageOf(String yaml) throws IOException {
    Path file = file(yaml);
    return catchIllegalArgumentException(() -> ConfYaml.read(file, Settings.class)).getMessage();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
