package org.carbonbook.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.carbonbook.lake.Lake;
import org.carbonbook.monitor.MetricsEndpoint;
import org.carbonbook.serve.ThriftEndpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code serve}: lets BI tools connect over JDBC. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the current release over JDBC (Hive protocol) on this machine.",
    footer = {
      "",
      "Examples:",
      "  carbonbook serve",
      "  carbonbook serve --port 10001",
      "Then connect with jdbc:hive2://127.0.0.1:10000/mart"
    })
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "A loopback address (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "10000",
      description = "Port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Also answer http://127.0.0.1:PORT/metrics for Prometheus.")
  private Integer metricsPort;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Lake lake = carbonbook.workspace().openLake();
    try (MetricsEndpoint metrics =
            metricsPort == null ? null : MetricsEndpoint.start(lake, metricsPort);
        ThriftEndpoint endpoint = new ThriftEndpoint(lake)) {
      endpoint.start(host, port);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      spec.commandLine()
          .getOut()
          .printf(
              "serving %s on jdbc:hive2://%s:%d/mart, to this machine only and without users; Ctrl-C stops%n",
              endpoint.release(), host, port);
      if (metrics != null) {
        spec.commandLine()
            .getOut()
            .printf("metrics on http://127.0.0.1:%d/metrics%n", metrics.port());
      }
      spec.commandLine().getOut().flush();
      stopped.await();
    }
    return Carbonbook.DONE;
  }
}
