package org.carbonbook.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements to a PostgreSQL server. */
final class PostgresCalls implements AutoCloseable {

  private final Connection connection;

  /** Several statements. */
  interface Work {
    void run() throws SQLException;
  }

  PostgresCalls(Connection connection) throws SQLException {
    this.connection = connection;
    // A lock on the schema that is held for longer is reported instead of waited for.
    run("SET lock_timeout = '60s'");
    run("SET client_min_messages = 'warning'");
  }

  /** The connection below. */
  Connection connection() {
    return connection;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value of the first row, if it is there and not null. */
  Optional<String> text(String sql, String... values) throws SQLException {
    return texts(sql, values).stream().findFirst();
  }

  /** The first value of each row, without nulls. */
  List<String> texts(String sql, String... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getString(1) != null) {
            texts.add(rows.getString(1));
          }
        }
      }
    }
    return texts;
  }

  /** Does all of it or nothing. */
  void inTransaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      if (!connection.isClosed()) {
        connection.rollback();
      }
      throw e;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
