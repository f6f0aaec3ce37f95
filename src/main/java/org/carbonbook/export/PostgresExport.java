package org.carbonbook.export;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * An export to a schema of a PostgreSQL server.
 *
 * @param url where the server is, for JDBC
 * @param user who writes
 * @param schema the schema that shows the release afterwards
 * @param tables patterns of the names of tables, with {@code *} for any text
 */
public record PostgresExport(String url, String user, String schema, List<String> tables) {

  private static final String JDBC = "jdbc:";

  /**
   * Parses a target, e.g. {@code postgresql://writer@db.example.org:5432/carbon}.
   *
   * @param environment {@code PGUSER} of it is the user when the target names none
   * @throws IllegalArgumentException when it is none, or has a password in it
   */
  public static PostgresExport of(
      String target, String schema, List<String> tables, Map<String, String> environment) {
    String plain = target.startsWith(JDBC) ? target.substring(JDBC.length()) : target;
    if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
      throw new IllegalArgumentException(
          "%s is not a PostgreSQL server: give postgresql://USER@HOST:PORT/DATABASE"
              .formatted(withoutPassword(target)));
    }
    URI uri = uri(target, plain);
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    Optional<String> who = Optional.ofNullable(uri.getUserInfo());
    if (who.filter(user -> user.contains(":")).isPresent()
        || ("&" + query).contains("&password=")) {
      throw new IllegalArgumentException(
          "a password in %s can be read by others: take it out and set PGPASSWORD, or use ~/.pgpass"
              .formatted(withoutPassword(target)));
    }
    String url =
        "jdbc:postgresql://%s%s%s%s"
            .formatted(
                uri.getHost(),
                uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                uri.getRawPath().length() <= 1 ? "/postgres" : uri.getRawPath(),
                query.isEmpty() ? "" : "?" + query);
    String user =
        who.or(() -> Optional.ofNullable(environment.get("PGUSER")))
            .orElseGet(() -> System.getProperty("user.name"));
    return new PostgresExport(url, user, schema, tables);
  }

  /** What people call the place. */
  String target() {
    return "schema %s of %s".formatted(schema, url.substring(JDBC.length()));
  }

  /** How the driver logs in; without a password it looks in {@code ~/.pgpass}. */
  Properties login(Map<String, String> environment) {
    Properties login = new Properties();
    login.put("user", user);
    login.put("ApplicationName", "carbonbook export");
    Optional.ofNullable(environment.get("PGPASSWORD"))
        .ifPresent(word -> login.put("password", word));
    return login;
  }

  private static URI uri(String target, String plain) {
    try {
      URI uri = URI.create(plain);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is not an address: give postgresql://USER@HOST:PORT/DATABASE"
              .formatted(withoutPassword(target)),
          e);
    }
    throw new IllegalArgumentException(
        "%s names no host: give postgresql://USER@HOST:PORT/DATABASE"
            .formatted(withoutPassword(target)));
  }

  private static String withoutPassword(String target) {
    return target.replaceAll("(//[^:/@]*):.*@", "$1@").replaceAll("password=[^&]*", "password=…");
  }
}
