package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.notice.Notice;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.LayoutFiles;
import org.carbonbook.yearbook.vocabulary.CodeList;
import org.carbonbook.yearbook.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's configuration is whole, and a mistake in it names its place. */
class ConfigurationTest {

  @TempDir private Path conf;

  private void copyConf() throws IOException {
    BadInputTest.copy(Workbooks.CONF, conf);
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(conf.resolve(file), line, StandardOpenOption.APPEND);
  }

  @Test
  void anUnknownKeyOfALayoutNamesFileAndLine() throws IOException {
    copyConf();
    Path file = conf.resolve("layouts/nbs-series.yaml");
    long lines = Files.readString(file).lines().count();
    append("layouts/nbs-series.yaml", "colour: red\n");
    assertThatThrownBy(() -> YearbookReader.load(conf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nbs-series.yaml:" + (lines + 1))
        .hasMessageContaining("colour");
  }

  @Test
  void aWrongRegularExpressionNamesTheFile() throws IOException {
    copyConf();
    append("layouts/tidy-indicators.yaml", "# end\n");
    Path file = conf.resolve("layouts/tidy-indicators.yaml");
    Files.writeString(file, Files.readString(file).replace("'^(?:#|", "'^(?:#|("));
    assertThatThrownBy(() -> YearbookReader.load(conf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tidy-indicators.yaml:");
  }

  @Test
  void anUnknownCodeOfACrosswalkNamesTheLineAndTheNearest() throws IOException {
    copyConf();
    append("crosswalks/balance-columns.csv", "煤,,,,,,raw_cole,,,\n");
    assertThat(fault().place()).startsWith("conf/crosswalks/balance-columns.csv:");
    assertThat(fault().message()).contains("raw_cole").contains("raw_coal").contains("'煤'");
  }

  @Test
  void aLabelThatIsTwiceInACrosswalkHasNoMeaning() throws IOException {
    copyConf();
    append("crosswalks/balance-columns.csv", "原 煤,,,,,,coke,,,\n");
    assertThat(fault().message()).contains("twice");
    TableReading balance =
        Readings.onlyTable(
            YearbookReader.load(conf)
                .read("6-17.xlsx", Workbooks.balance().xlsx(), ReadingHints.NONE));
    assertThat(balance.status()).isEqualTo(TableReading.FAILED);
    assertThat(Readings.codes(balance.notices())).contains("LABEL_OF_BROKEN_LINE");
  }

  @Test
  void aLineWithTooFewFieldsStopsOnlyTheTablesThatPrintItsLabel() throws IOException {
    copyConf();
    append("crosswalks/balance-rows.csv", "新行,,,industry\n");
    assertThat(fault().message()).contains("4 cells under 10 columns").contains("'新行'");
    YearbookReader reader = YearbookReader.load(conf);
    Workbooks with = Workbooks.balance().put("A11", "新行").remove("B11");
    TableReading refused =
        Readings.onlyTable(reader.read("6-17.xlsx", with.xlsx(), ReadingHints.NONE));
    assertThat(Readings.codes(refused.notices())).contains("LABEL_OF_BROKEN_LINE");
    TableReading without =
        Readings.onlyTable(reader.read("6-17.xlsx", Workbooks.balance().xlsx(), ReadingHints.NONE));
    assertThat(without.status()).isEqualTo(TableReading.ACCEPTED);
  }

  @Test
  void aCrosswalkWithoutTheColumnOfLabelsStopsTheTablesThatUseIt() throws IOException {
    copyConf();
    Path file = conf.resolve("crosswalks/balance-rows.csv");
    Files.writeString(file, Files.readString(file).replace("label,en,", "lable,en,"));
    assertThat(fault().message()).contains("no table that uses the file is published");
    FileReading industry =
        YearbookReader.load(conf)
            .read(
                "m00.xlsx",
                Files.readAllBytes(Path.of("src/test/resources/cases/yearbooks/m00_good.xlsx")),
                ReadingHints.NONE);
    assertThat(industry.tables().get(0).status()).isEqualTo(TableReading.ACCEPTED);
  }

  private Notice fault() throws IOException {
    List<Notice> notices = YearbookReader.load(conf).listConfigurationNotices();
    assertThat(notices).hasSize(1);
    return notices.get(0);
  }

  @Test
  void everyTableOfTheConfigurationSaysWhereItComesFrom() throws IOException {
    try (Stream<Path> files = Files.walk(Workbooks.CONF)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        List<String> head =
            Files.readAllLines(file, StandardCharsets.UTF_8).stream().limit(4).toList();
        assertThat(head.get(0)).as(file.toString()).startsWith("# title: ");
        assertThat(head.get(1)).as(file.toString()).startsWith("# source: ");
        assertThat(head.get(2)).as(file.toString()).startsWith("# units: ");
        assertThat(head.get(3)).as(file.toString()).startsWith("# valid: ");
      }
    }
  }

  @Test
  void parentsOfFuelsAndSectorsAreThere() throws IOException {
    Vocabulary vocabulary = Vocabulary.load(Workbooks.CONF);
    for (CodeList list : List.of(vocabulary.items(), vocabulary.sectors())) {
      for (CodeList.Code code : list.listCodes()) {
        String parent = code.attributes().getOrDefault("parent", "");
        assertThat(parent.isEmpty() || list.findCode(parent).isPresent())
            .as(code.code() + " under " + parent)
            .isTrue();
      }
    }
  }

  @Test
  void everyPartOfAnIdentityIsACode() throws IOException {
    Vocabulary vocabulary = Vocabulary.load(Workbooks.CONF);
    for (Layout layout : LayoutFiles.load(Workbooks.CONF.resolve("layouts"))) {
      for (Layout.AccountingIdentity identity : layout.identities()) {
        CodeList codes = identity.axis().equals("item") ? vocabulary.items() : vocabulary.sectors();
        for (String part : identity.parts()) {
          String code = part.startsWith("-") ? part.substring(1) : part;
          assertThat(codes.findCode(code)).as(layout.name() + ": " + part).isPresent();
        }
      }
    }
  }
}
