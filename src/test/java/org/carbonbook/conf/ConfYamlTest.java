package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfYamlTest {

  @TempDir private Path folder;

  record Settings(int heldBack, String name) {}

  @Test
  void keysAreComponents() throws IOException {
    assertThat(ConfYaml.read(file("held_back: 3\nname: 甲\n"), Settings.class))
        .isEqualTo(new Settings(3, "甲"));
  }

  @Test
  void faultsNameFileAndLine() throws IOException {
    Path unknown = file("name: a\nheld: 3\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfYaml.read(unknown, Settings.class))
        .withMessage(unknown + ":2: unknown key 'held'; known are held_back, name");
    Path text = file("name: a\nheld_back: many\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfYaml.read(text, Settings.class))
        .withMessageStartingWith(text + ":2: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfYaml.read(folder.resolve("none.yaml"), Settings.class))
        .withMessageContaining("none.yaml cannot be read as UTF-8");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
