package org.carbonbook.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.io.FileUtils;

/** A real {@code serve} process with the class path of the tests. */
final class ServeProcess implements AutoCloseable {

  private final Process process;
  private final int port;
  private final String firstLine;
  private final Path log;

  private ServeProcess(Process process, int port, String firstLine, Path log) {
    this.process = process;
    this.port = port;
    this.firstLine = firstLine;
    this.log = log;
  }

  /** Copies the configuration into a folder and edits its settings of serve. */
  static Path editedConf(Path conf, UnaryOperator<String> edit) throws IOException {
    FileUtils.copyDirectory(Path.of("conf").toFile(), conf.toFile());
    Path yaml = conf.resolve("serve.yaml");
    Files.writeString(yaml, edit.apply(Files.readString(yaml)));
    return conf;
  }

  /** How many rows a query has, all of which are fetched. */
  static int count(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  /** Starts it and waits until it says that it serves, or ends. */
  static ServeProcess start(Path folder, Path conf, Path lake, String... options)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@.mvn/java-opens");
    command.addAll(List.of("-Xmx1g", "-Xss4m", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.carbonbook.cli.Carbonbook");
    command.addAll(List.of("--conf", conf.toString(), "--lake", lake.toString(), "serve"));
    command.addAll(List.of("--port", "" + port));
    command.addAll(List.of(options));
    Path log = Files.createTempFile(folder, "serve", ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new ServeProcess(process, port, out.readLine(), log);
  }

  String url() {
    return "jdbc:hive2://127.0.0.1:" + port + "/mart";
  }

  int port() {
    return port;
  }

  /** The first line that it printed, or null when it ended without one. */
  String firstLine() {
    return firstLine;
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  Connection connect(String user, String password) throws SQLException {
    return DriverManager.getConnection(url(), user, password);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
