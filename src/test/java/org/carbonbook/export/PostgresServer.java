package org.carbonbook.export;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A PostgreSQL server of Debian's package, with a cluster of its own below a temporary folder. */
final class PostgresServer implements AutoCloseable {

  static final String PASSWORD = "a-password-of-the-tests";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Where Debian's newest server is, if it is installed. */
  static Optional<Path> findPrograms() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Path::compareTo);
    }
  }

  /** Makes a cluster and starts it. */
  static PostgresServer start(Path programs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("carbonbook-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path word = folder.resolve("word");
    Files.writeString(word, PASSWORD);
    Files.setPosixFilePermissions(word, PosixFilePermissions.fromString("rw-r--r--"));
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    PostgresServer server = new PostgresServer(programs, folder, port);
    server.run(
        programs.resolve("initdb") + "",
        "-D",
        folder.resolve("data") + "",
        "-U",
        "writer",
        "-A",
        "scram-sha-256",
        "--pwfile=" + word,
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    server.startAgain();
    return server;
  }

  void startAgain() throws IOException, InterruptedException {
    control(
        "start",
        "-w",
        "-l",
        folder.resolve("log") + "",
        "-o",
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(port));
  }

  /** Ends it as a loss of power would. */
  void kill() throws IOException, InterruptedException {
    control("stop", "-m", "immediate");
  }

  /** Where it is, as people write it. */
  String target() {
    return "postgresql://writer@127.0.0.1:%d/postgres".formatted(port);
  }

  /** The line of a file of passwords that lets its owner in. */
  String passLine() {
    return "127.0.0.1:%d:*:writer:%s".formatted(port, PASSWORD);
  }

  Connection connect() throws SQLException {
    return connect("writer", PASSWORD);
  }

  Connection connect(String user, String password) throws SQLException {
    Properties login = new Properties();
    login.put("user", user);
    login.put("password", password);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), login);
  }

  /** The first column of what a query answers. */
  List<String> ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  void run(Statements statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statements.run(statement);
    }
  }

  /** Statements on one connection. */
  interface Statements {
    void run(Statement statement) throws SQLException;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    run("rm", "-rf", folder.resolve("data").toString());
  }

  private void control(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(programs.resolve("pg_ctl").toString()));
    command.add(words[0]);
    command.addAll(List.of("-D", folder.resolve("data").toString()));
    command.addAll(List.of(words).subList(1, words.length));
    run(command.toArray(String[]::new));
  }

  /** PostgreSQL does not run as root; Debian's package has a user for it. */
  private void run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.addAll(List.of(words));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
    }
  }
}
