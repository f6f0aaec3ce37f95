package org.carbonbook.serve.protocol;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hive.service.rpc.thrift.THandleIdentifier;
import org.apache.hive.service.rpc.thrift.TProtocolVersion;
import org.carbonbook.serve.access.Login;
import org.carbonbook.serve.gate.ReadSession;
import org.carbonbook.serve.gate.Refused;
import org.carbonbook.serve.release.ReleaseCatalog;
import org.carbonbook.serve.release.ShownRelease;

/** A session of a reader: settings, temporary views, and the operations that it asked for. */
final class Session implements AutoCloseable {

  private static final String SCHEMA = "use:database";

  /** What drivers send without being asked, and what needs no answer here. */
  private static final Set<String> HARMLESS =
      Set.of(
          "set:hiveconf:hive.server2.thrift.resultset.default.fetch.size",
          "hive.server2.thrift.resultset.default.fetch.size",
          "set:hiveconf:hive.query.timeout.seconds",
          "fetchsize",
          "hive.create.external.table.as.acid");

  private final ReadSession reader;
  private final Queries queries;
  private final TProtocolVersion version;
  private final Map<THandleIdentifier, Operation> operations = new HashMap<>();

  private Session(ReadSession reader, Queries queries, TProtocolVersion version) {
    this.reader = reader;
    this.queries = queries;
    this.version = version;
  }

  /**
   * Opens one.
   *
   * @param asked the settings of the connection's URL
   * @throws Refused when one of them could change more than the schema
   */
  static Session open(
      Login login, Map<String, String> asked, Queries queries, TProtocolVersion version) {
    asked.keySet().stream()
        .filter(name -> !name.equals(SCHEMA) && !HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refused(
                  "refused: the setting %s of the connection is not allowed".formatted(name));
            });
    Session session = new Session(queries.open(login), queries, version);
    String schema = asked.getOrDefault(SCHEMA, "default");
    if (!schema.isEmpty() && !schema.equalsIgnoreCase("default")) {
      session.use(schema);
    }
    return session;
  }

  ReadSession reader() {
    return reader;
  }

  TProtocolVersion version() {
    return version;
  }

  ShownRelease shown() {
    return queries.shown();
  }

  void begin(THandleIdentifier id, Operation operation) {
    operations.put(id, operation);
  }

  Operation operation(THandleIdentifier id) {
    return operations.get(id);
  }

  void end(THandleIdentifier id) {
    Operation operation = operations.remove(id);
    if (operation != null) {
      operation.close();
    }
  }

  @Override
  public void close() {
    operations.values().forEach(Operation::close);
    operations.clear();
    queries.closed();
  }

  private void use(String schema) {
    try {
      var unused =
          reader.ask(
              "USE %s.`%s`".formatted(ReleaseCatalog.NAME, schema.replace("`", "``")), shown());
    } catch (Refused e) {
      queries.closed();
      throw e;
    }
  }
}
