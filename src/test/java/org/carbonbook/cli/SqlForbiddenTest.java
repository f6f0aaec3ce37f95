package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.carbonbook.serve.Forbidden;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code sql} refuses what {@code serve} refuses: there is one gate. */
class SqlForbiddenTest {

  @TempDir static Path folder;
  private static Path lake;
  private static SortedMap<String, String> before;

  @BeforeAll
  static void publish() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    lake = sample.folder();
    before = Forbidden.hashes(lake);
  }

  @AfterAll
  static void nothingHappened() throws Exception {
    assertThat(Forbidden.hashes(lake)).isEqualTo(before);
    assertThat(Forbidden.list(folder)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyStatementIsRefused() throws Exception {
    return Forbidden.statements(lake, folder).stream()
        .map(statement -> DynamicTest.dynamicTest(statement, () -> refuse(statement)));
  }

  private static void refuse(String statement) throws Exception {
    // A statement that begins with a dash would be an option.
    CommandRun run = CommandRun.of("--lake", lake.toString(), "sql", "--", statement);
    assertThat(run.exitCode()).isEqualTo(Carbonbook.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("carbonbook: refused: ").doesNotContain("\tat ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(Forbidden.list(folder)).isEmpty();
    assertThat(Files.exists(lake.resolve("spark-warehouse"))).isFalse();
  }
}
