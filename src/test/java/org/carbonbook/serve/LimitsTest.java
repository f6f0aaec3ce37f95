package org.carbonbook.serve;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.hive.service.rpc.thrift.TCLIService;
import org.apache.hive.service.rpc.thrift.TExecuteStatementReq;
import org.apache.hive.service.rpc.thrift.TOpenSessionReq;
import org.apache.hive.service.rpc.thrift.TProtocolVersion;
import org.carbonbook.fixtures.LocalHttp;
import org.carbonbook.fixtures.PollUntil;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one reader takes does not starve the others, and it ends. */
class LimitsTest {

  private static final String CROSS_JOIN =
      "select sum(a.co2e_t * b.co2e_t * c.co2e_t * d.co2e_t) from carbon_footprint a"
          + " cross join carbon_footprint b cross join carbon_footprint c"
          + " cross join carbon_footprint d";

  @TempDir static Path folder;
  private static ServeProcess server;
  private static int health;

  @BeforeAll
  static void serve() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    Path conf =
        ServeProcess.editedConf(
            folder.resolve("conf"),
            text ->
                text.replace("audit: null", "audit: ../audit.log")
                    .replace("seconds: 300", "seconds: 15")
                    .replace("rows: 2000000", "rows: 5500")
                    .replace("queries_per_user: 4", "queries_per_user: 1")
                    .replace("wait_seconds: 30", "wait_seconds: 1"));
    health = ServeProcess.freePort();
    server =
        ServeProcess.start(folder, conf, sample.folder(), "--open", "--health-port", "" + health);
    assertThat(server.firstLine()).contains("serving R");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aCrossJoinEndsAndStarvesNobody() throws Exception {
    Thread heavy = new Thread(LimitsTest::crossJoin);
    try (Connection other = server.connect("ana", "")) {
      assertThat(ServeProcess.count(other, "select * from carbon_footprint_total")).isPositive();
      heavy.start();
      Thread.sleep(2_000);
      long clock = System.nanoTime();
      assertThat(ServeProcess.count(other, "select * from growth limit 10")).isEqualTo(10);
      assertThat(Duration.ofNanos(System.nanoTime() - clock)).isLessThan(Duration.ofSeconds(5));
      assertThat(get("/metrics")).contains("carbonbook_serve_queries_running 1");
    }
    heavy.join();
    assertThat(problem).isEqualTo("the query was stopped after 15 s");
    // Nothing goes on behind the answer.
    Duration used = server.handle().info().totalCpuDuration().orElseThrow();
    Thread.sleep(4_000);
    assertThat(server.handle().info().totalCpuDuration().orElseThrow().minus(used))
        .isLessThan(Duration.ofSeconds(3));
    assertThat(get("/metrics"))
        .contains("carbonbook_serve_queries_running 0", "carbonbook_serve_tasks_running 0");
  }

  private static volatile String problem;

  private static void crossJoin() {
    try (Connection connection = server.connect("heavy", "")) {
      ServeProcess.count(connection, CROSS_JOIN);
    } catch (SQLException e) {
      problem = e.getMessage();
    }
  }

  @Test
  void aSecondQueryOfOneUserWaitsForAPlace() throws Exception {
    try (Connection first = server.connect("bo", "");
        Connection second = server.connect("bo", "");
        Statement running = first.createStatement()) {
      Thread heavy =
          new Thread(
              () -> {
                try {
                  running.execute(CROSS_JOIN);
                } catch (SQLException e) {
                  assertThat(e.getMessage()).isNotEmpty();
                }
              });
      heavy.start();
      Thread.sleep(1_000);
      assertThatThrownBy(() -> ServeProcess.count(second, "select 1"))
          .hasMessage("refused: 1 queries of bo run already, and none ended within 1 s");
      running.cancel();
      heavy.join();
      assertThat(ServeProcess.count(second, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void anAnswerOfTooManyRowsEndsWithASentence() throws Exception {
    try (Connection connection = server.connect("cy", "")) {
      assertThatThrownBy(
              () ->
                  ServeProcess.count(
                      connection, "select a.year from carbon_footprint a, carbon_footprint b"))
          .hasMessage("refused: the answer has more than 5500 rows");
      assertThat(ServeProcess.count(connection, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void aMegabyteOfSqlIsRefused() throws Exception {
    try (Connection connection = server.connect("di", "")) {
      String text = "x".repeat(1 << 20);
      assertThatThrownBy(() -> ServeProcess.count(connection, "select '" + text + "'"))
          .hasMessageStartingWith("refused: the statement has 1048585 characters");
      assertThat(ServeProcess.count(connection, "select 1")).isEqualTo(1);
    }
    assertThatThrownBy(
            () -> {
              try (Connection cut = server.connect("di", "")) {
                ServeProcess.count(cut, "select '" + "x".repeat(5 << 20) + "'");
              }
            })
        .isInstanceOf(SQLException.class);
    try (Connection other = server.connect("di", "")) {
      assertThat(ServeProcess.count(other, "select 1")).isEqualTo(1);
    }
  }

  /**
   * A pattern can be tried in more ways than there is time for: in a task, and while it is folded.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat('a', 1000) like concat(repeat('%a', 30), 'b')",
        "concat(unit, repeat('a', 900)) like concat(repeat('%a', 30), 'b')",
        "concat(unit, repeat('a', 900)) ilike concat(repeat('%A', 30), 'B')",
        "concat(unit, repeat('a', 900)) like any ('%a%a%a%a%a%a%a%a%a%a%b', 'x')",
        "concat(unit, repeat('a', 900)) rlike '(.*a){12}b'",
        "regexp_replace(concat(unit, repeat('a', 900)), '(.*a){12}b', 'x') = 'x'",
        "regexp_extract(concat(unit, repeat('a', 900)), '(.*a){12}b', 1) = 'x'",
        "size(regexp_extract_all(concat(unit, repeat('a', 900)), '(.*a){12}b', 1)) = 1",
        "regexp_instr(concat(unit, repeat('a', 900)), '(.*a){12}b') = 1",
        "regexp_count(concat(unit, repeat('a', 900)), '(.*a){12}b') = 1",
        "regexp_substr(concat(unit, repeat('a', 900)), '(.*a){12}b') = 'x'",
        "size(split(concat(unit, repeat('a', 900)), '(.*a){12}b')) = 1"
      })
  void aPatternWithoutEndEnds(String condition) throws Exception {
    assertStopped("select count(*) from growth where " + condition);
  }

  /** Spark plans these for minutes; the user's place is free again soon after the answer. */
  @Test
  void planningWithoutEndEnds() throws Exception {
    StringBuilder joins = new StringBuilder("select count(*) from growth g0");
    for (int i = 1; i < 60; i++) {
      joins.append(" left join growth g%d on g%d.value = g%d.value".formatted(i, i, i - 1));
    }
    assertStopped(joins.toString());
    assertStopped(
        "select * from (select region_code, from_year, value from growth) pivot (sum(value) for from_year in ("
            + IntStream.range(0, 3000).mapToObj(Integer::toString).collect(joining(","))
            + "))");
  }

  private static void assertStopped(String query) throws Exception {
    try (Connection connection = server.connect("hal", "");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.execute(query))
          .hasMessage("the query was stopped after 1 s");
      PollUntil.holds(
          Duration.ofSeconds(10),
          () ->
              get("/metrics").contains("queries_running 0")
                  && get("/metrics").contains("tasks_running 0"));
      assertThat(get("/metrics")).contains("queries_running 0", "tasks_running 0");
    }
  }

  /** The caller's own timeout ends a query sooner than the limit does. */
  @Test
  void aCallersTimeoutHolds() throws Exception {
    try (Connection connection = server.connect("flo", "");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(2);
      assertThatThrownBy(() -> statement.execute(CROSS_JOIN))
          .hasMessage("the query was stopped after 2 s");
    }
  }

  @Test
  void aClientThatIsGoneLeavesNothingBehind() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.login("", "eli", "")).isEqualTo(RawClient.IN);
      TCLIService.Client calls = client.calls();
      var session =
          calls.OpenSession(new TOpenSessionReq(TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10))
              .getSessionHandle();
      TExecuteStatementReq ask = new TExecuteStatementReq(session, CROSS_JOIN);
      ask.setRunAsync(true);
      calls.ExecuteStatement(ask);
      Thread.sleep(1_000);
      assertThat(get("/metrics")).contains("carbonbook_serve_queries_running 1");
    }
    PollUntil.holds(Duration.ofSeconds(30), () -> get("/metrics").contains("queries_running 0"));
    assertThat(get("/metrics"))
        .contains("carbonbook_serve_queries_running 0", "carbonbook_serve_sessions 0");
  }

  /** What was cut off is not done, whatever cut it off. */
  @Test
  void theAuditLogTellsWhatWasCutOff() throws Exception {
    try (Connection connection = server.connect("gus", "");
        Statement statement = connection.createStatement()) {
      assertThat(ServeProcess.count(connection, "select 1 as whole")).isEqualTo(1);
      statement.execute("use mart");
      assertThatThrownBy(
              () -> ServeProcess.count(connection, "select 2 as many from trend, trend b"))
          .hasMessageContaining("more than 5500 rows");
      statement.setFetchSize(100);
      try (ResultSet rows = statement.executeQuery("select 3 as some from trend")) {
        assertThat(rows.next()).isTrue();
      }
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.execute(CROSS_JOIN)).hasMessageContaining("after 1 s");
    }
    assertThat(outcome("select 1 as whole")).isEqualTo("done");
    assertThat(outcome("use mart")).isEqualTo("done");
    assertThat(outcome("select 2 as many")).isEqualTo("refused");
    assertThat(outcome("select 3 as some")).isEqualTo("closed");
    assertThat(outcome(CROSS_JOIN)).isEqualTo("stopped after 1 s");
  }

  private static String outcome(String statement) throws Exception {
    return Files.readAllLines(folder.resolve("audit.log")).stream()
        .filter(line -> line.contains("\"user\":\"gus\"") && line.contains(statement))
        .map(line -> line.replaceAll(".*\"outcome\":\"([^\"]*)\".*", "$1"))
        .findFirst()
        .orElse("not in the log");
  }

  @Test
  void healthAndReadinessAreTold() throws Exception {
    assertThat(get("/health")).isEqualTo("up\n");
    assertThat(get("/ready")).isEqualTo("ready\n");
  }

  private static String get(String path) throws Exception {
    return LocalHttp.get(health, path).body();
  }
}
