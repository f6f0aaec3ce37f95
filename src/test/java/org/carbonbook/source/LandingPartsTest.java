package org.carbonbook.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a backfill cuts a landing folder into parts. */
class LandingPartsTest {

  @TempDir private Path landing;

  @Test
  void aYearIsTheStatedOneElseTheOnlyOneInThePath() throws IOException {
    land("2007/balance.xls", "");
    land("balance-2010.xls", "");
    land("stated.xls", "");
    land("stated.xls.source.yaml", "year: 2012\n");
    land("from-2001-to-2005.xls", "");
    LandingParts parts = parts(LandingParts.By.YEAR);
    assertThat(parts.listParts().keySet())
        .containsExactly("2007", "2010", "2012", LandingParts.UNDATED);
    assertThat(parts.listParts().get(LandingParts.UNDATED))
        .containsExactly(landing.resolve("from-2001-to-2005.xls"));
  }

  @Test
  void aDateKeepsItsDayWhereThePathHasOne() throws IOException {
    land("readings-2024-01-31.csv", "");
    land("readings-202402.csv", "");
    assertThat(parts(LandingParts.By.DATE).listParts().keySet())
        .containsExactly("2024-01-31", "2024-02");
  }

  @Test
  void anEditionIsWhatTheSidecarSays() throws IOException {
    land("a.csv", "");
    land("a.csv.source.yaml", "edition: Yearbook 2008\n");
    land("b.csv", "");
    assertThat(parts(LandingParts.By.EDITION).listParts().keySet())
        .containsExactly("Yearbook 2008", LandingParts.UNDATED);
  }

  @Test
  void aPartIsLinkedWithWhatIsStatedBesideIt(@TempDir Path other) throws IOException {
    land("x/2007.csv", "1");
    land("x/2007.csv.source.yaml", "edition: own\n");
    land("source.yaml", "publisher: P\n");
    land("x/2008.csv", "2");
    LandingParts parts = parts(LandingParts.By.YEAR);
    parts.link(parts.listParts().get("2007"), other);
    assertThat(other.resolve("x/2007.csv")).hasContent("1");
    assertThat(other.resolve("x/2007.csv.source.yaml")).exists();
    assertThat(other.resolve("source.yaml")).exists();
    assertThat(other.resolve("x/2008.csv")).doesNotExist();
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = landing.resolve("none");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LandingParts(missing.toString(), LandingParts.By.YEAR, new Configuration()))
        .withMessageContaining(missing.toString());
  }

  private LandingParts parts(LandingParts.By by) {
    return new LandingParts(landing.toString(), by, new Configuration());
  }

  private void land(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
