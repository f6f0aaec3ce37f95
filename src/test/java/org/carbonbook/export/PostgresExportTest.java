package org.carbonbook.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.carbonbook.fixtures.PollUntil;
import org.carbonbook.mart.Release;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports to a real PostgreSQL server: what readers see, whatever happens on the way. */
class PostgresExportTest {

  private static final String PASSFILE = "org.postgresql.pgpassfile";

  @TempDir static Path folder;
  private static OddLake odd;
  private static PostgresServer server;
  private static Release first;
  private static Release second;
  private final Heard heard = new Heard();

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> programs = PostgresServer.findPrograms();
    Assumptions.assumeTrue(
        programs.isPresent(),
        "there is no PostgreSQL server here: install Debian's package postgresql for these tests");
    server = PostgresServer.start(programs.get());
    Path passwords = folder.resolve("pgpass");
    Files.writeString(passwords, server.passLine() + "\n");
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
    System.setProperty(PASSFILE, passwords.toString());
    odd = new OddLake(folder.resolve("lake"));
    first = odd.current();
    second = odd.publish(2, "y");
  }

  @AfterAll
  static void stop() throws Exception {
    System.clearProperty(PASSFILE);
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void clean() throws SQLException {
    server.run(
        statement -> {
          for (String schema : List.of("mart", "mart__new", "mart__old", "theirs")) {
            statement.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
          }
        });
  }

  @Test
  void tablesHaveTheirRowsTypesKeysAndComments() throws SQLException {
    export(first, Map.of());
    assertThat(schemas()).containsExactly("mart");
    assertThat(
            server.ask(
                "select column_name || ' ' || data_type from information_schema.columns"
                    + " where table_schema = 'mart' and table_name = 'odd' order by ordinal_position"))
        .containsExactly(
            "id integer",
            "said\"x\" text",
            "amount numeric",
            "share double precision",
            "large bigint",
            "is_known boolean",
            "day date",
            "at timestamp with time zone",
            "bytes bytea",
            "list jsonb",
            "by_name jsonb",
            "parts jsonb");
    assertThat(server.ask("select \"said\"\"x\"\"\" from mart.odd order by id"))
        .isEqualTo(OddLake.TEXTS);
    assertThat(
            server.ask(
                "select concat_ws('|', amount, share, large, is_known, day, at at time zone 'UTC',"
                    + " encode(bytes, 'hex'), list ->> 2, by_name ->> 'x', parts -> 0 ->> 'fuel')"
                    + " from mart.odd where id < 2 order by id"))
        .containsExactly(
            "12345678901234567890.123456789012|NaN|9007199254740993|t|2026-02-28|2026-02-28 12:34:56.123456|00ff|-2.0|1|=coal",
            "12345678901234567890.123456789012|0.25|9007199254740993|t|2026-02-28|2026-02-28 12:34:56.123456|00ff|-2.0|1|=coal");
    assertThat(server.ask("select count(*) from mart.none")).containsExactly("0");
    assertThat(server.ask("select obj_description('mart.odd'::regclass)"))
        .containsExactly("怪“表”'s / It's an \"odd\" table");
    assertThat(server.ask("select col_description('mart.odd'::regclass, 2)"))
        .containsExactly("话 / Someone's \"words\"");
    assertThat(
            server.ask(
                "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'mart.odd'::regclass"))
        .containsExactly("PRIMARY KEY (id)");
    assertThat(server.ask("select obj_description('mart'::regnamespace)").get(0))
        .startsWith("carbonbook: R1, published at ");
    assertThat(server.ask("select distinct release from mart.dictionary")).containsExactly("R1");
  }

  @Test
  void theNextReleaseTakesThePlaceOfTheFirst() throws SQLException {
    export(first, Map.of());
    export(second, Map.of());
    assertThat(shown()).containsExactly("y");
    assertThat(schemas()).containsExactly("mart");
  }

  @Test
  void rolesReadWhatTheConfigurationGrants() throws SQLException {
    server.run(
        statement -> {
          statement.execute("DROP ROLE IF EXISTS \"read\"\"er\"");
          statement.execute("CREATE ROLE \"read\"\"er\" LOGIN PASSWORD 'reads-the-marts'");
        });
    export(first, Map.of("read\"er", List.of("mart.none", "mart.dict*")));
    try (Connection reader = server.connect("read\"er", "reads-the-marts");
        Statement statement = reader.createStatement()) {
      assertThat(statement.executeQuery("select * from mart.none").next()).isFalse();
      assertThat(statement.executeQuery("select * from mart.dictionary").next()).isTrue();
      for (String refused :
          List.of(
              "select * from mart.odd",
              "delete from mart.none",
              "create table mart.mine (a int)",
              "drop table mart.none")) {
        assertThatThrownBy(() -> statement.execute(refused))
            .as(refused)
            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
      }
    }
    clean();
  }

  @Test
  void aRoleThatIsNotThereIsNamedBeforeAnythingHappens() throws SQLException {
    assertThatThrownBy(() -> export(first, Map.of("nobody", List.of("*"))))
        .hasMessageContaining("has no role nobody: CREATE ROLE \"nobody\"");
    assertThat(schemas()).isEmpty();
  }

  @Test
  void aSchemaOfSomebodyElseIsLeftAlone() throws SQLException {
    server.run(
        statement -> {
          statement.execute("CREATE SCHEMA mart");
          statement.execute("CREATE TABLE mart.theirs (a int)");
        });
    assertThatThrownBy(() -> export(first, Map.of()))
        .hasMessageContaining("is not carbonbook's")
        .hasMessageContaining("give another --schema");
    assertThat(server.ask("select count(*) from mart.theirs")).containsExactly("0");
  }

  @Test
  void viewsElsewhereThatReadTheReleaseAreNamedAndKept() throws SQLException {
    export(first, Map.of());
    server.run(
        statement -> {
          statement.execute("CREATE SCHEMA theirs");
          statement.execute("CREATE VIEW theirs.v AS SELECT id FROM mart.odd");
        });
    assertThatThrownBy(() -> export(second, Map.of()))
        .hasMessageStartingWith("theirs.v read \"mart\" and would be lost with the old release");
    assertThat(server.ask("select count(*) from theirs.v"))
        .containsExactly("" + OddLake.TEXTS.size());
    assertThat(shown()).containsExactly("x");
  }

  @Test
  void anExportThatDiesOnTheWayLeavesTheOldRelease() throws SQLException {
    export(first, Map.of());
    heard.failAt("mart.odd");
    assertThatThrownBy(() -> export(second, Map.of())).hasMessage("cut off");
    assertThat(shown()).containsExactly("x");
    heard.failAt(null);
    export(second, Map.of());
    assertThat(shown()).containsExactly("y");
    assertThat(schemas()).containsExactly("mart");
  }

  /** When both schemas have new names, the swap waits for a lock; there the server dies. */
  @Test
  void aServerThatDiesInTheMiddleOfTheSwapShowsTheOldRelease() throws Exception {
    export(first, Map.of());
    try (Connection other = server.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      heard.beforeTheEnd(() -> hold(statement));
      CompletableFuture<Void> export = CompletableFuture.runAsync(() -> export(second, Map.of()));
      awaitSwap();
      heard.beforeTheEnd(() -> {});
      server.kill();
      assertThatThrownBy(() -> export.get(1, TimeUnit.MINUTES))
          .hasCauseInstanceOf(IllegalStateException.class)
          .cause()
          .hasMessageContaining("schema mart of postgresql://127.0.0.1")
          .hasMessageContaining("call again");
    }
    server.startAgain();
    assertThat(shown()).containsExactly("x");
    assertThat(server.ask("select obj_description('mart'::regnamespace)").get(0))
        .startsWith("carbonbook: R1, ");
    export(second, Map.of());
    assertThat(shown()).containsExactly("y");
    assertThat(schemas()).containsExactly("mart");
  }

  @Test
  void queriesThatRunDuringTheSwapEndOnTheirRelease() throws Exception {
    export(first, Map.of());
    try (Connection reader = server.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      assertThat(statement.executeQuery("select count(*) from mart.odd").next()).isTrue();
      CompletableFuture<Void> export = CompletableFuture.runAsync(() -> export(second, Map.of()));
      // The new release is shown while the reader still holds the old one's tables.
      PollUntil.holds(Duration.ofMinutes(1), () -> shown().equals(List.of("y")));
      assertThat(shown()).containsExactly("y");
      reader.rollback();
      export.get(1, TimeUnit.MINUTES);
    }
    assertThat(schemas()).containsExactly("mart");
  }

  @Test
  void twoExportsToOneSchemaDoNotMeet() throws SQLException {
    try (Connection other = server.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(hashtext('\"mart\"'))");
      assertThatThrownBy(() -> export(first, Map.of()))
          .hasMessageContaining("another export writes");
    }
  }

  @Test
  void aDatabaseWithoutChineseIsRefused() throws SQLException {
    server.run(
        statement -> {
          statement.execute("DROP DATABASE IF EXISTS latin");
          statement.execute(
              "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        });
    assertThatThrownBy(
            () -> export(first, Map.of(), server.target().replace("/postgres", "/latin")))
        .hasMessageContaining("database is LATIN1, which has no Chinese");
  }

  @Test
  void aWrongPasswordIsToldWithTheRemedy() {
    assertThatThrownBy(() -> export(first, Map.of(), server.target().replace("writer@", "nobody@")))
        .hasMessageContaining("set PGPASSWORD, or use ~/.pgpass")
        .hasMessageNotContaining(PostgresServer.PASSWORD);
  }

  private void export(Release release, Map<String, List<String>> grants) {
    export(release, grants, server.target());
  }

  private void export(Release release, Map<String, List<String>> grants, String target) {
    ExportSettings settings =
        new ExportSettings(
            ExportSettings.read(Path.of("conf")).dataPackage(),
            new ExportSettings.Postgresql(grants));
    new Exporter(odd.lake(), odd.known(), settings, heard)
        .toPostgres(release, PostgresExport.of(target, "mart", List.of("mart.*"), Map.of()));
  }

  private static List<String> shown() throws SQLException {
    return server.ask("select distinct k from mart.odd, jsonb_object_keys(by_name) k");
  }

  private static List<String> schemas() throws SQLException {
    return server.ask("select nspname from pg_namespace where nspname like 'mart%' order by 1");
  }

  private static void hold(Statement statement) {
    try {
      statement.execute("COMMENT ON SCHEMA mart__new IS 'carbonbook: somebody holds it'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitSwap() throws Exception {
    String waiting =
        "select query from pg_stat_activity where wait_event_type = 'Lock' and query like 'COMMENT ON SCHEMA%'";
    for (int i = 0; i < 600; i++) {
      if (!server.ask(waiting).isEmpty()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new CompletionException("the swap did not begin", null);
  }
}
