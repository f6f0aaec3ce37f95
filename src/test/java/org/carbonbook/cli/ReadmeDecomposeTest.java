package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows of {@code decompose} is what the command prints. */
class ReadmeDecomposeTest extends DecomposeTestBase {

  private static final Pattern SHOWN =
      Pattern.compile(
          "\\$ cat city\\.csv\\n(?<input>.*?)\\$ bin/carbonbook decompose --input city\\.csv"
              + " --by region --time year --identity \\\\\\s+\"(?<identity>[^\"]+)\"\\n"
              + "(?<output>.*?)```",
          Pattern.DOTALL);

  @Test
  void theExamplePrintsWhatIsShown() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(Path.of("README.md")));
    assertThat(shown.find()).isTrue();
    String input = csv(shown.group("input").split("\n"));
    assertThat(run("--input", input, "--by", "region", "--identity", shown.group("identity")))
        .isZero();
    assertThat(out.toString()).isEqualTo(shown.group("output"));
  }
}
