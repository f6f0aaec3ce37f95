package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hive.service.rpc.thrift.TCLIService;
import org.apache.hive.service.rpc.thrift.TCancelDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TExecuteStatementReq;
import org.apache.hive.service.rpc.thrift.TFetchOrientation;
import org.apache.hive.service.rpc.thrift.TFetchResultsReq;
import org.apache.hive.service.rpc.thrift.TGetDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TGetOperationStatusReq;
import org.apache.hive.service.rpc.thrift.TOpenSessionReq;
import org.apache.hive.service.rpc.thrift.TOpenSessionResp;
import org.apache.hive.service.rpc.thrift.TOperationHandle;
import org.apache.hive.service.rpc.thrift.TSessionHandle;
import org.apache.hive.service.rpc.thrift.TStatus;
import org.apache.hive.service.rpc.thrift.TStatusCode;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.CarbonbookProcess;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.serve.access.Users;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and what each sees: users, TLS, roles, sessions. */
class AccessTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir static Path folder;
  private static Path lake;
  private static Path conf;
  private static ServeProcess server;

  @BeforeAll
  static void serve() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    lake = sample.folder();
    conf =
        ServeProcess.editedConf(
            folder.resolve("conf"), text -> text.replace("audit: null", "audit: ../audit.log"));
    Users users = Users.read(conf.resolve("serve-users"));
    users.put("ana", "analyst", PASSWORD.toCharArray());
    users.put("bo", "xianning", PASSWORD.toCharArray());
    users.put("locked", "analyst", PASSWORD.toCharArray());
    server = ServeProcess.start(folder, conf, lake, "--health-port", "0");
    assertThat(server.firstLine()).contains("serving R");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void onlyTheRightPasswordGetsIn() throws SQLException {
    try (Connection connection = server.connect("ana", PASSWORD)) {
      assertThat(first(connection, "select current_user()")).isEqualTo("ana");
    }
    for (String wrong : List.of("", "wrong", PASSWORD + " ", PASSWORD.toUpperCase(Locale.ROOT))) {
      assertThatThrownBy(() -> server.connect("nobody" + wrong.length(), wrong))
          .isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> DriverManager.getConnection(server.url()))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void failedLoginsAreLimited() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> server.connect("locked", "wrong password"))
          .isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> server.connect("locked", PASSWORD)).isInstanceOf(SQLException.class);
    assertThat(Files.readString(folder.resolve("audit.log")))
        .contains("\"user\":\"locked\"")
        .contains("too many failed")
        .doesNotContain(PASSWORD)
        .doesNotContain("wrong password");
  }

  @Test
  void noUserBecomesAnother() throws Exception {
    for (String setting :
        List.of(
            "hive.server2.proxy.user=bo",
            "?spark.sql.runSQLOnFiles=true",
            "?spark.sql.catalog.evil=org.apache.spark.sql.delta.catalog.DeltaCatalog",
            "?use:catalog=spark_catalog",
            "#a=b")) {
      String url = server.url() + (setting.startsWith("?") || setting.startsWith("#") ? "" : ";");
      assertThatThrownBy(() -> DriverManager.getConnection(url + setting, "ana", PASSWORD))
          .as(setting)
          .isInstanceOf(SQLException.class);
    }
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.login("bo", "ana", PASSWORD)).as("ana logs in for bo").isEqualTo(3);
    }
  }

  @Test
  void aSchemaOfTheUrlIsANameAndNoStatement() {
    for (String schema : List.of("nowhere", "spark_catalog", "martx", "core.x")) {
      String url = "jdbc:hive2://127.0.0.1:%d/%s".formatted(server.port(), schema);
      assertThatThrownBy(() -> DriverManager.getConnection(url, "ana", PASSWORD))
          .as(schema)
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aSessionAnswersToItsConnectionOnly() throws Exception {
    try (RawClient mine = new RawClient(server.port());
        RawClient other = new RawClient(server.port())) {
      assertThat(mine.login("", "ana", PASSWORD)).isEqualTo(RawClient.IN);
      assertThat(other.login("", "bo", PASSWORD)).isEqualTo(RawClient.IN);
      TCLIService.Client ana = mine.calls();
      TCLIService.Client bo = other.calls();
      TSessionHandle session = open(ana).getSessionHandle();
      TExecuteStatementReq ask = new TExecuteStatementReq(session, "select 1");
      TOperationHandle query = ana.ExecuteStatement(ask).getOperationHandle();
      assertRefused(bo.ExecuteStatement(ask).getStatus());
      assertRefused(bo.GetOperationStatus(new TGetOperationStatusReq(query)).getStatus());
      TFetchResultsReq fetch = new TFetchResultsReq(query, TFetchOrientation.FETCH_NEXT, 10);
      assertRefused(bo.FetchResults(fetch).getStatus());
      assertThat(ana.FetchResults(fetch).getStatus().getStatusCode())
          .isEqualTo(TStatusCode.SUCCESS_STATUS);
      assertRefused(
          ana.GetDelegationToken(new TGetDelegationTokenReq(session, "ana", "ana")).getStatus());
      assertRefused(
          ana.CancelDelegationToken(new TCancelDelegationTokenReq(session, "x")).getStatus());
      TOpenSessionReq proxy =
          new TOpenSessionReq(
              org.apache.hive.service.rpc.thrift.TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10);
      proxy.setConfiguration(Map.of("hive.server2.proxy.user", "bo"));
      assertRefused(ana.OpenSession(proxy).getStatus());
      proxy.setConfiguration(Map.of());
      proxy.setUsername("bo");
      TSessionHandle named = ana.OpenSession(proxy).getSessionHandle();
      TOperationHandle who =
          ana.ExecuteStatement(new TExecuteStatementReq(named, "select current_user()"))
              .getOperationHandle();
      assertThat(
              ana.FetchResults(new TFetchResultsReq(who, TFetchOrientation.FETCH_NEXT, 10))
                  .getResults()
                  .getColumns()
                  .get(0)
                  .getStringVal()
                  .getValues())
          .containsExactly("ana");
    }
  }

  @Test
  void metadataShowsWhatTheRoleAllows() throws SQLException {
    try (Connection connection = server.connect("bo", PASSWORD)) {
      DatabaseMetaData metadata = connection.getMetaData();
      List<String> schemas = column(metadata.getSchemas(), 1);
      assertThat(schemas).containsExactly("mart");
      assertThat(column(metadata.getTables(null, "%", "%", null), 3))
          .contains("carbon_footprint_total")
          .doesNotContain("observation", "meter_conservation");
      assertThat(column(metadata.getColumns(null, "core", "%", "%"), 4)).isEmpty();
      assertThat(column(metadata.getPrimaryKeys(null, "mart", "carbon_footprint_total"), 4))
          .containsExactly("region_code", "year", "factor_set", "edition");
      assertThat(first(connection, "select max(region_code) from carbon_footprint_total"))
          .isEqualTo("421200");
      assertThat(column(metadata.getTables(null, "mart", "%", new String[] {"TABLE"}), 4))
          .containsOnly("TABLE");
      assertThat(column(metadata.getTables(null, "mart", "%", new String[] {"VIEW"}), 4))
          .containsOnly("VIEW");
      assertThat(column(metadata.getFunctions(null, null, "%"), 3))
          .doesNotHaveDuplicates()
          .doesNotContain("reflect");
    }
  }

  /** An answer that is kept is for those who see the same rows. */
  @Test
  void theSameTextHasEachReadersOwnAnswer() throws SQLException {
    String text = "select count(distinct region_code) from carbon_footprint_total";
    try (Connection ana = server.connect("ana", PASSWORD);
        Connection bo = server.connect("bo", PASSWORD)) {
      String all = first(ana, text);
      assertThat(Integer.parseInt(all)).isGreaterThan(1);
      assertThat(first(bo, text)).isEqualTo("1");
      assertThat(first(ana, text)).isEqualTo(all);
    }
  }

  @Test
  void garbageOnThePortHurtsNobody() throws Exception {
    byte[] huge = ByteBuffer.allocate(5).put((byte) 1).putInt(Integer.MAX_VALUE).array();
    for (byte[] garbage :
        List.of(
            "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            huge,
            new byte[1000],
            new byte[] {1, -1, -1, -1, -1})) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(garbage);
        assertThat(socket.getInputStream().readNBytes(1)).isEmpty();
      } catch (java.net.SocketException e) {
        assertThat(e.getMessage()).contains("reset");
      }
    }
    try (Connection connection = server.connect("ana", PASSWORD)) {
      assertThat(first(connection, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void everyStatementIsInTheAuditLog() throws Exception {
    try (Connection connection = server.connect("ana", PASSWORD)) {
      assertThat(first(connection, "select 4711")).isEqualTo("4711");
    }
    assertThat(Files.readAllLines(folder.resolve("audit.log")))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "\"user\":\"ana\"", "\"release\":\"R1\"", "select 4711", "\"rows\":1"));
  }

  @Test
  void itDoesNotStartOpenToEverybody() throws Exception {
    Path empty = folder.resolve("empty");
    org.apache.commons.io.FileUtils.copyDirectory(Path.of("conf").toFile(), empty.toFile());
    assertUsage(serve("--conf", empty.toString(), "--lake", lake.toString(), "serve"), "users add");
    assertUsage(
        serve("--lake", lake.toString(), "serve", "--open", "--host", "0.0.0.0"), "--open is for");
    assertUsage(
        serve("--conf", conf.toString(), "--lake", lake.toString(), "serve", "--host", "0.0.0.0"),
        "set tls");
    CommandRun taken =
        serve("--lake", lake.toString(), "serve", "--open", "--port", "" + server.port());
    assertThat(taken.exitCode()).isEqualTo(1);
    assertThat(taken.err()).contains("port " + server.port()).hasLineCount(1);
    Path nowhere = folder.resolve("nowhere");
    CommandRun missing = serve("--lake", nowhere.toString(), "serve", "--open");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no lake in " + nowhere).hasLineCount(1);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void tlsIsTlsAndAnExpiredCertificateIsNone() throws Exception {
    Path tls = folder.resolve("tls");
    org.apache.commons.io.FileUtils.copyDirectory(conf.toFile(), tls.toFile());
    Files.writeString(tls.resolve("password"), "changeit\n");
    Certificates.make(tls.resolve("new.p12"), "ip:127.0.0.1", "-validity", "10");
    Certificates.make(
        tls.resolve("old.p12"), "ip:127.0.0.1", "-startdate", "-20d", "-validity", "10");
    Path yaml = tls.resolve("serve.yaml");
    String plain = Files.readString(yaml);
    Files.writeString(
        yaml, plain.replace("tls: null", "tls: {keystore: old.p12, password_file: password}"));
    CommandRun expired = serve("--conf", tls.toString(), "--lake", lake.toString(), "serve");
    assertThat(expired.exitCode()).isEqualTo(1);
    assertThat(expired.err()).contains("old.p12").contains("NotAfter").hasLineCount(1);
    Files.writeString(
        yaml, plain.replace("tls: null", "tls: {keystore: new.p12, password_file: password}"));
    try (ServeProcess closed = ServeProcess.start(folder, tls, lake)) {
      String url =
          closed.url()
              + ";ssl=true;sslTrustStore=%s;trustStorePassword=changeit"
                  .formatted(tls.resolve("new.p12"));
      try (Connection connection = DriverManager.getConnection(url, "ana", PASSWORD)) {
        assertThat(first(connection, "select 1")).isEqualTo("1");
      }
      assertThatThrownBy(() -> closed.connect("ana", PASSWORD)).isInstanceOf(SQLException.class);
    }
    assertThat(SSLContext.getDefault()).isNotNull();
  }

  @Test
  void passwordsNeverComeOnACommandLine() throws Exception {
    CarbonbookProcess.Ended refused =
        CarbonbookProcess.at(Path.of("").toAbsolutePath())
            .run("--conf", conf.toString(), "users", "add", "cy", "--role", "nobody");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("no role nobody").contains("analyst");
    String file = Files.readString(conf.resolve("serve-users"));
    assertThat(file).doesNotContain(PASSWORD).contains("ana:analyst:$2a$12$");
    assertThat(Files.getPosixFilePermissions(conf.resolve("serve-users"))).hasSize(2);
  }

  private static CommandRun serve(String... words) {
    return CommandRun.of(words);
  }

  private static void assertUsage(CommandRun run, String part) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(part).hasLineCount(1);
  }

  private static void assertRefused(TStatus status) {
    assertThat(status.getStatusCode()).isEqualTo(TStatusCode.ERROR_STATUS);
    assertThat(status.getErrorMessage()).startsWith("refused: ");
    assertThat(status.getInfoMessages()).isNull();
  }

  private static TOpenSessionResp open(TCLIService.Client client) throws Exception {
    return client.OpenSession(
        new TOpenSessionReq(
            org.apache.hive.service.rpc.thrift.TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10));
  }

  private static String first(Connection connection, String statement) throws SQLException {
    try (java.sql.Statement jdbc = connection.createStatement();
        ResultSet rows = jdbc.executeQuery(statement)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static List<String> column(ResultSet rows, int column) throws SQLException {
    List<String> values = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        values.add(rows.getString(column));
      }
    }
    return values;
  }
}
