package org.carbonbook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.carbonbook.serve.protocol.HiveServer;
import org.carbonbook.serve.protocol.Queries;
import org.carbonbook.serve.release.ShownRelease;
import org.carbonbook.serve.watch.WatchedTasks;

/**
 * Reports over HTTP, to this machine only, the state of serving: {@code /health} as soon as the
 * process is up, {@code /ready} when it answers queries, {@code /metrics} in Prometheus' format.
 */
final class Health implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;
  private volatile Supplier<String> metrics;
  private volatile boolean fresh = true;

  private Health(HttpServer server) {
    this.server = server;
  }

  /**
   * Begins to answer.
   *
   * @param port null for not at all
   */
  static Health start(Integer port) {
    if (port == null) {
      return new Health(null);
    }
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      Health health = new Health(server);
      server.createContext("/health", exchange -> send(exchange, OK, "up\n"));
      server.createContext("/ready", health::ready);
      server.createContext("/metrics", health::metrics);
      server.start();
      return health;
    } catch (IOException e) {
      throw new IllegalStateException(
          "port %d for health cannot be bound: %s: give another --health-port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** From now on queries are answered. */
  void ready(Supplier<ShownRelease> shown, Queries queries, HiveServer hive) {
    metrics =
        () ->
            """
            carbonbook_serve_release_number %d
            carbonbook_serve_connections %d
            carbonbook_serve_sessions %d
            carbonbook_serve_queries_running %d
            carbonbook_serve_tasks_running %d
            carbonbook_serve_queries_stopped_for_memory_total %d
            carbonbook_serve_statements_total{outcome="done"} %d
            carbonbook_serve_statements_total{outcome="refused_or_failed"} %d
            """
                .formatted(
                    shown.get().number(),
                    hive.connections(),
                    queries.sessions(),
                    queries.running(),
                    WatchedTasks.count(),
                    queries.stoppedForMemory(),
                    queries.done(),
                    queries.refused());
  }

  /** Whether the newest release could be looked for. */
  void fresh(boolean is) {
    fresh = is;
  }

  Optional<Integer> port() {
    return Optional.ofNullable(server).map(bound -> bound.getAddress().getPort());
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void ready(HttpExchange exchange) throws IOException {
    if (metrics == null) {
      send(exchange, UNAVAILABLE, "starting\n");
    } else if (!fresh) {
      send(exchange, UNAVAILABLE, "the lake cannot be read; an older release is shown\n");
    } else {
      send(exchange, OK, "ready\n");
    }
  }

  private void metrics(HttpExchange exchange) throws IOException {
    send(exchange, OK, metrics == null ? "" : metrics.get());
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
