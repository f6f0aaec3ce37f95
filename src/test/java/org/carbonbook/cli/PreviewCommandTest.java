package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PreviewCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int preview(String... args) {
    CommandLine command = Carbonbook.commandLine();
    if (!command.getSubcommands().containsKey("preview")) {
      command.addSubcommand(new PreviewCommand());
    }
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(
        Stream.concat(Stream.of("preview"), Stream.of(args)).toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aGoodFileIsShownWithItsMeaning() throws IOException {
    String file = file("s.csv", ",国内生产总值,森林面积\n2006年,219438.5,\n2007年,268019.35,17491\n");
    assertThat(preview(file, "--region", "100000")).isEqualTo(Carbonbook.DONE);
    assertThat(out.toString())
        .contains("sheet s: layout nbs-series, accepted")
        .contains("why: yes: row labels like")
        .contains("column  B1    国内生产总值      indicator=gdp basis=current  1e8 yuan (money)")
        .contains("row     A3    2007年            year=2007")
        .containsPattern("data +3 +B2 '219438.5'")
        .containsPattern("blank +1");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnmappedLabelIsShownAndFails() throws IOException {
    String file = file("s.csv", ",国内生产总植\n2006年,1\n2007年,2\n");
    assertThat(preview(file, "--region", "湖北")).isEqualTo(Carbonbook.FAILED);
    assertThat(out.toString())
        .contains("region: 420000")
        .containsPattern("国内生产总植 +unmapped")
        .contains("ERROR UNMAPPED_LABEL")
        .contains("国内生产总植,,,data,gdp,,,1e8 yuan,current,");
  }

  @Test
  void aMissingFileAndWrongUsage() {
    assertThat(preview(folder.resolve("nothing.xls").toString())).isEqualTo(Carbonbook.FAILED);
    assertThat(err.toString()).contains("nothing.xls: no such file");
    assertThat(preview()).isEqualTo(Carbonbook.USAGE);
  }
}
