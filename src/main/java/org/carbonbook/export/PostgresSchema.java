package org.carbonbook.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonbook.mart.Release;

/**
 * The schema of a PostgreSQL server that shows a release. The new release is written into a schema
 * beside it; at the end both change names in one transaction, so that readers always see one
 * complete release, even when the export or the server is killed.
 */
final class PostgresSchema implements AutoCloseable {

  /** How a schema of ours is marked, so that nobody else's is ever dropped. */
  static final String MARK = "carbonbook: ";

  private static final int NAME_BYTES = 63;
  private static final String NEW = "__new";
  private static final String OLD = "__old";

  private final Release release;
  private final PostgresExport export;
  private final Map<String, List<String>> grants;
  private final ExportListener listener;
  private final PostgresCalls calls;
  private final PostgresTables tables;
  private List<ExportTable> written = List.of();

  private PostgresSchema(
      Release release,
      PostgresExport export,
      Map<String, List<String>> grants,
      ExportListener listener,
      PostgresCalls calls) {
    this.release = release;
    this.export = export;
    this.grants = grants;
    this.listener = listener;
    this.calls = calls;
    this.tables = new PostgresTables(calls, export.schema() + NEW, listener);
  }

  /**
   * Connects and checks that the schema can be written.
   *
   * @param grants patterns of the tables that each role may read
   * @throws IllegalStateException in a line with the remedy when it cannot
   */
  static PostgresSchema open(
      Release release,
      PostgresExport export,
      Map<String, List<String>> grants,
      ExportListener listener)
      throws SQLException {
    requireName(export.schema());
    PostgresCalls calls = new PostgresCalls(connect(export));
    PostgresSchema schema = new PostgresSchema(release, export, grants, listener, calls);
    try {
      schema.check();
      return schema;
    } catch (SQLException | RuntimeException e) {
      calls.close();
      throw e;
    }
  }

  /** What people call the place. */
  String target() {
    return export.target();
  }

  /** Makes the new schema with its tables, in place of what a call that died left. */
  void begin(List<ExportTable> all) throws SQLException {
    written = List.copyOf(all);
    drop(NEW);
    drop(OLD);
    calls.run("CREATE SCHEMA " + name(NEW));
    mark(NEW, "%s, being written".formatted(release.id()));
    for (ExportTable table : all) {
      tables.create(table);
    }
  }

  /** Writes a table with its key and comments. */
  long write(ExportTable table) throws SQLException, IOException {
    return tables.write(table);
  }

  /** Shows the new release in place of the old one. */
  void swap() throws SQLException {
    grant();
    String said = "%s, published at %s".formatted(release.id(), release.publishedAt());
    boolean first = calls.text("SELECT obj_description(to_regnamespace(?))", name("")).isEmpty();
    calls.inTransaction(
        () -> {
          if (!first) {
            calls.run("ALTER SCHEMA %s RENAME TO %s".formatted(name(""), name(OLD)));
          }
          calls.run("ALTER SCHEMA %s RENAME TO %s".formatted(name(NEW), name("")));
          mark("", said);
        });
    try {
      drop(OLD);
    } catch (SQLException | IllegalStateException e) {
      listener.remark(
          "the old release stays in %s until the next export: %s"
              .formatted(name(OLD), e.getMessage().lines().findFirst().orElse("")));
    }
  }

  @Override
  public void close() throws SQLException {
    calls.close();
  }

  private static Connection connect(PostgresExport export) throws SQLException {
    try {
      return DriverManager.getConnection(export.url(), export.login(System.getenv()));
    } catch (SQLException e) {
      String remedy =
          e.getMessage().contains("password") ? ": set PGPASSWORD, or use ~/.pgpass" : "";
      throw new IllegalStateException(
          "%s: %s%s"
              .formatted(export.target(), e.getMessage().lines().findFirst().orElse(""), remedy),
          e);
    }
  }

  private static void requireName(String schema) {
    if (schema.isEmpty()
        || schema.startsWith("pg_")
        || schema.equals("information_schema")
        || schema.equals("public")
        || (schema + NEW).getBytes(java.nio.charset.StandardCharsets.UTF_8).length > NAME_BYTES) {
      throw new IllegalArgumentException(
          "--schema %s cannot be carbonbook's own: give another name, up to %d bytes"
              .formatted(schema, NAME_BYTES - NEW.length()));
    }
  }

  private void check() throws SQLException {
    String encoding = calls.text("SHOW server_encoding").orElse("");
    if (!encoding.equals("UTF8")) {
      throw new IllegalStateException(
          "%s: its database is %s, which has no Chinese: export to one made with ENCODING 'UTF8'"
              .formatted(target(), encoding));
    }
    if (calls.text("SELECT 1 WHERE pg_try_advisory_lock(hashtext(?))", name("")).isEmpty()) {
      throw new IllegalStateException(
          "another export writes the %s: wait for its end".formatted(target()));
    }
    requireOurs("");
    requireOurs(NEW);
    requireOurs(OLD);
    for (String role : grants.keySet()) {
      if (calls.text("SELECT 1 FROM pg_roles WHERE rolname = ?", role).isEmpty()) {
        throw new IllegalStateException(
            "the server of %s has no role %s: CREATE ROLE %s, or take it out of export.yaml"
                .formatted(target(), role, SqlNames.name(role)));
      }
    }
    requireNoReaders("");
    requireNoReaders(OLD);
  }

  private void requireOurs(String suffix) throws SQLException {
    boolean there = calls.text("SELECT to_regnamespace(?)", name(suffix)).isPresent();
    boolean ours =
        calls
            .text("SELECT obj_description(to_regnamespace(?))", name(suffix))
            .filter(comment -> comment.startsWith(MARK))
            .isPresent();
    if (there && !ours) {
      throw new IllegalStateException(
          "the schema %s of %s is not carbonbook's (its comment does not say so) and stays as it is: give another --schema"
              .formatted(name(suffix), export.url()));
    }
  }

  /** Views in other schemas would keep reading the old release, and be dropped with it. */
  private void requireNoReaders(String suffix) throws SQLException {
    List<String> readers =
        calls.texts(
            """
            SELECT DISTINCT format('%I.%I', vn.nspname, v.relname)
            FROM pg_depend d
            JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
            JOIN pg_class v ON v.oid = r.ev_class
            JOIN pg_namespace vn ON vn.oid = v.relnamespace
            JOIN pg_class t ON t.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass
            WHERE t.relnamespace = to_regnamespace(?) AND vn.oid <> t.relnamespace
            ORDER BY 1
            """,
            name(suffix));
    if (!readers.isEmpty()) {
      throw new IllegalStateException(
          "%s read %s and would be lost with the old release: drop them, and make them again after the export"
              .formatted(String.join(", ", readers), name(suffix)));
    }
  }

  private void grant() throws SQLException {
    for (Map.Entry<String, List<String>> grant : grants.entrySet()) {
      String role = SqlNames.name(grant.getKey());
      calls.run("GRANT USAGE ON SCHEMA %s TO %s".formatted(name(NEW), role));
      List<Pattern> patterns =
          grant.getValue().stream()
              .map(p -> Pattern.compile(Pattern.quote(p).replace("*", "\\E.*\\Q")))
              .toList();
      for (ExportTable table : written) {
        if (patterns.stream().anyMatch(pattern -> pattern.matcher(table.name()).matches())) {
          calls.run("GRANT SELECT ON %s TO %s".formatted(tables.name(table), role));
        }
      }
    }
  }

  private void drop(String suffix) throws SQLException {
    requireNoReaders(suffix);
    calls.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(name(suffix)));
  }

  private void mark(String suffix, String said) throws SQLException {
    calls.run("COMMENT ON SCHEMA %s IS %s".formatted(name(suffix), SqlNames.text(MARK + said)));
  }

  private String name(String suffix) {
    return SqlNames.name(export.schema() + suffix);
  }
}
