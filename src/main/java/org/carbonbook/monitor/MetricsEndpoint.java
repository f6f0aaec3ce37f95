package org.carbonbook.monitor;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import org.carbonbook.lake.Lake;

/**
 * Serves {@code /metrics} over HTTP on the loopback address, because there are no users and rights.
 */
public final class MetricsEndpoint implements AutoCloseable {

  private final HTTPServer server;

  private MetricsEndpoint(HTTPServer server) {
    this.server = server;
  }

  /**
   * Starts to listen on the loopback address.
   *
   * @param port the port, or 0 for any free one
   * @throws IllegalStateException when the port is taken
   */
  public static MetricsEndpoint start(Lake lake, int port) {
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(new RunMetrics(lake));
    try {
      return new MetricsEndpoint(
          HTTPServer.builder()
              .inetAddress(InetAddress.getLoopbackAddress())
              .port(port)
              .registry(registry)
              .buildAndStart());
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot serve metrics on port %d: %s: give another --metrics-port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
