package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts of layouts can be read by carbonbook, and folders are counted. */
class LayoutCommandTest {

  private static final String WATER =
      """
      3-7 湖北省用水量
      ,,单位：亿立方米
      行业,2010,2011
      农业,138.2,142.9
      工业,116.4,118.8
      居民生活,24.5,25.1
      神秘行业,1,2
      """;

  @TempDir private Path folder;

  @Test
  void aDraftIsReadAndLeavesWhatItDoesNotKnowOpen() throws IOException {
    Path file = Files.writeString(folder.resolve("water-use.csv"), WATER);
    CommandRun run = CommandRun.of("layout", "suggest", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("# conf/layouts/water-use.yaml")
        .contains("(?<region>\\p{IsHan}{2,12}?)用水量")
        .contains("anchor: '行业'")
        .contains("columns: {kind: year")
        .contains("units: {where: line")
        .contains("open: A7 '神秘行业' has no meaning yet")
        .contains("sheet water-use: layout water-use, failed")
        .contains("region: 420000");
  }

  @Test
  void aDraftThatIsCompletedPublishesItsTable() throws IOException {
    Path file = Files.writeString(folder.resolve("water-use.csv"), WATER.replace("神秘行业,1,2\n", ""));
    Path conf = folder.resolve("conf");
    FileUtils.copyDirectory(Path.of("conf").toFile(), conf.toFile());
    assertThat(
            CommandRun.of("layout", "suggest", file.toString(), "--out", conf.toString())
                .exitCode())
        .isZero();
    Path layout = conf.resolve("layouts/water-use.yaml");
    String yaml = Files.readString(layout);
    Files.writeString(layout, yaml.replaceFirst("defaults: \\{.*", "defaults: {indicator: area}"));
    Path units = conf.resolve("units.csv");
    Files.writeString(units, Files.readString(units));
    CommandRun preview =
        CommandRun.of("--conf", conf.toString(), "preview", file.toString(), "--format", "csv");
    assertThat(preview.err()).contains("WRONG_DIMENSION");
    assertThat(preview.out()).contains("B4,data,138.2,138.2,1e8 m3,420000,2010,area,agriculture");
  }

  @Test
  void aFolderIsCounted() throws IOException {
    Files.writeString(folder.resolve("water-use.csv"), WATER);
    Files.copy(Path.of("sample-data/hubei/energy-balance-2007.xls"), folder.resolve("balance.xls"));
    CommandRun run = CommandRun.of("layout", "check", folder.toString());
    assertThat(run.exitCode()).isEqualTo(Carbonbook.FAILED);
    assertThat(run.out())
        .containsPattern("balance.xls +Sheet1 +recognised +provincial-energy-balance +\\d+ +0")
        .containsPattern("water-use.csv +water-use +unknown .*UNKNOWN_LAYOUT")
        .contains("1 recognised, 1 unknown");
  }
}
