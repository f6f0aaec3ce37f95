package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carbonbook.fixtures.Forbidden;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.mart.Releases;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.gate.ReadSession;
import org.carbonbook.serve.release.ReleaseReader;
import org.carbonbook.serve.release.ShownRelease;
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

  /** The session that the command opens refuses each statement. */
  @TestFactory
  Stream<DynamicTest> everyStatementIsRefused() throws Exception {
    Lake opened = Lake.open(() -> LakeSession.open("tests"), lake.toString());
    Workspace workspace = new Workspace();
    ShownRelease shown =
        new ReleaseReader(opened, workspace.definitions(), ReleaseReader.Keep.ON_DISK)
            .show(new Releases(opened).findCurrent().orElseThrow(), Optional.empty());
    ReadSession session = ReadSession.open(opened.spark().sparkContext(), "tests", Access.all());
    return Forbidden.named(
        Forbidden.statements(lake, folder),
        statement ->
            assertThatThrownBy(() -> session.ask(statement, shown))
                .as(statement)
                .hasMessageStartingWith("refused: "));
  }

  /** One statement in twenty goes through the whole command, which starts anew for each. */
  @TestFactory
  Stream<DynamicTest> theCommandRefusesInOneLine() throws Exception {
    List<String> all = Forbidden.statements(lake, folder);
    return Forbidden.named(
        IntStream.range(0, all.size()).filter(i -> i % 20 == 0).mapToObj(all::get).toList(),
        SqlForbiddenTest::refuse);
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
