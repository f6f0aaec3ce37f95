package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.carbonbook.fixtures.Forbidden;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but reading is possible over JDBC, and what is refused leaves no trace. */
class ForbiddenTest {

  private static final String[] LOOKS = {
    "select * from mart.growth order by all",
    "select * from mart.carbon_footprint_total order by all",
    "select count(*) from ops.release",
    "show tables in mart"
  };

  @TempDir static Path folder;
  private static Path lake;
  private static Path target;
  private static ServeProcess server;
  private static SortedMap<String, String> before;
  private static List<String> seenBefore;

  @BeforeAll
  static void serve() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    lake = sample.folder();
    target = Files.createDirectory(folder.resolve("target"));
    server = ServeProcess.start(folder, Path.of("conf"), lake, "--open");
    assertThat(server.firstLine()).contains("serving R");
    before = Forbidden.hashes(lake);
    seenBefore = seen();
  }

  @AfterAll
  static void nothingHappened() throws Exception {
    try (ServeProcess running = server) {
      assertThat(seen()).isEqualTo(seenBefore);
      assertThat(Forbidden.hashes(lake)).isEqualTo(before);
      assertThat(Forbidden.list(target)).isEmpty();
      assertThat(running.handle().descendants()).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStatementIsRefused() throws Exception {
    Connection connection = server.connect("mallory", "");
    return Forbidden.named(
            Forbidden.statements(lake, target), statement -> refuse(connection, statement))
        .onClose(() -> close(connection));
  }

  private static void refuse(Connection connection, String statement) throws Exception {
    try (Statement jdbc = connection.createStatement()) {
      Throwable refused = catchThrowable(() -> read(jdbc, statement));
      assertThat(refused).isInstanceOf(SQLException.class);
      assertThat(refused.getMessage())
          .startsWith("refused: ")
          .doesNotContain("\n")
          .doesNotContain("Exception")
          .doesNotContain("org.apache");
      assertThat(refused.getCause()).isNull();
      // The session is as good as before.
      assertThat(read(jdbc, "select 1 a")).containsExactly("1|");
    }
    assertThat(Forbidden.list(target)).isEmpty();
  }

  /** What another user sees. */
  private static List<String> seen() throws SQLException {
    List<String> seen = new ArrayList<>();
    try (Connection connection = server.connect("ana", "");
        Statement statement = connection.createStatement()) {
      for (String look : LOOKS) {
        seen.addAll(read(statement, look));
      }
    }
    return seen;
  }

  private static List<String> read(Statement statement, String text) throws SQLException {
    List<String> rows = new ArrayList<>();
    statement.execute(text);
    try (ResultSet found = statement.getResultSet()) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(found.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table must not shrink unseen. */
  @org.junit.jupiter.api.Test
  void thereAreManyStatements() throws IOException, NoSuchAlgorithmException {
    assertThat(Forbidden.statements(lake, target)).hasSizeGreaterThan(250);
  }
}
