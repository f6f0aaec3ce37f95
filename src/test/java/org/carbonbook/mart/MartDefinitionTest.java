package org.carbonbook.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.lake.ColumnDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mart is one SQL file: a dictionary in its leading comment, and one SELECT. */
class MartDefinitionTest {

  private static final String TEXT =
      """
      -- table: mart.people
      -- zh: 人口
      -- en: Population
      -- key: [region_code]
      -- columns:
      --   - {name: region_code, type: string, zh: 地区代码, en: Region}
      --   - {name: people, type: double, zh: 人, en: Persons}
      SELECT o.region_code, SUM(o.value) AS people
      FROM core.observation o -- not a part of the header
      JOIN core.series s ON s.region_code = o.region_code
      GROUP BY o.region_code
      """;

  @TempDir private Path conf;

  @Test
  void theLeadingCommentIsTheDictionaryAndTheRestTheSelect() throws IOException {
    MartDefinition mart = MartDefinition.parse("people.sql", TEXT);
    assertThat(mart.table()).isEqualTo("mart.people");
    assertThat(mart.definition().key()).containsExactly("region_code");
    assertThat(mart.definition().columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("region_code", "people");
    assertThat(mart.sql()).startsWith("SELECT").contains("-- not a part of the header");
    assertThat(mart.reads()).containsExactlyInAnyOrder("core.observation", "core.series");
  }

  @Test
  void martsAreTheSqlFilesOfTheFolderByName() throws IOException {
    assertThat(MartDefinition.listMarts(conf)).isEmpty();
    land("b.sql", TEXT);
    land("a.sql", TEXT.replace("mart.people", "mart.first"));
    land("notes.txt", "no mart");
    assertThat(MartDefinition.listMarts(conf))
        .extracting(MartDefinition::table)
        .isEqualTo(List.of("mart.first", "mart.people"));
  }

  @Test
  void aBrokenHeaderNamesTheFile() throws IOException {
    land("people.sql", TEXT.replace("-- key:", "-- keys:"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MartDefinition.listMarts(conf))
        .withMessageContaining("people.sql")
        .withMessageContaining("keys");
  }

  private void land(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(conf.resolve("marts")).resolve(name), text);
  }
}
