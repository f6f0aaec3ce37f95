package org.carbonbook.serve.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The audit log: a line of JSON for each login and each statement. Passwords are never in it.
 *
 * @param file where it is appended, or null for no log
 */
public record Audit(Path file) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_STATEMENT = 4_000;

  /** Records a login that succeeded or failed. */
  public void login(String user, String address, String outcome) {
    Map<String, Object> line = line("login", user);
    line.put("address", address);
    line.put("outcome", outcome);
    append(line);
  }

  /**
   * Records a statement that ended.
   *
   * @param outcome {@code done} when the last row was fetched, {@code closed} when the reader ended
   *     it before, {@code refused} also by a limit of rows or bytes, {@code failed}, {@code
   *     cancelled}, or {@code stopped after 300 s}
   * @param rows how many rows were fetched
   */
  public void statement(
      String user, String release, String statement, String outcome, long rows, long millis) {
    Map<String, Object> line = line("statement", user);
    line.put("release", release);
    line.put(
        "statement",
        statement.length() > MAX_STATEMENT
            ? statement.substring(0, MAX_STATEMENT) + "…"
            : statement);
    line.put("outcome", outcome);
    line.put("rows", rows);
    line.put("millis", millis);
    append(line);
  }

  private static Map<String, Object> line(String event, String user) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().toString());
    line.put("event", event);
    line.put("user", user);
    return line;
  }

  private void append(Map<String, Object> line) {
    if (file == null) {
      return;
    }
    try {
      byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (JSON) {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the audit log cannot be written: " + file, e);
    }
  }
}
