package org.carbonbook.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.carbonbook.lake.Lake;
import org.carbonbook.monitor.MetricsEndpoint;
import org.carbonbook.serve.ServeOptions;
import org.carbonbook.serve.ServeSettings;
import org.carbonbook.serve.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code serve}: lets BI tools connect over JDBC. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the current release over JDBC (Hive protocol), read only.",
    footer = {
      "",
      "Examples:",
      "  carbonbook users add ana --role analyst",
      "  carbonbook serve",
      "  carbonbook serve --open --port 10001",
      "Then connect with jdbc:hive2://127.0.0.1:10000/mart",
      "Limits, roles, the certificate and the audit log are in conf/serve.yaml."
    })
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on; one reachable from outside needs users and TLS (default:"
              + " ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "10000",
      description = "Port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--open",
      description = "Let every user of this machine read, without a password.")
  private boolean open;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Show only this release (default: the current one, also when it changes).")
  private String release;

  @Option(
      names = "--health-port",
      paramLabel = "PORT",
      description = "Also answer /health, /ready and /metrics on http://127.0.0.1:PORT.")
  private Integer healthPort;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Also answer http://127.0.0.1:PORT/metrics, the runs, for Prometheus.")
  private Integer metricsPort;

  @Override
  public Integer call() throws InterruptedException {
    Workspace workspace = carbonbook.workspace();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
    ServeSettings settings = ServeSettings.read(workspace.configuration().resolve(""));
    workspace.requireLake();
    try (Serving serving =
        Serving.bind(new ServeOptions(host, port, healthPort, open, release), settings)) {
      Lake lake = workspace.openLake(Serving.ENGINE);
      try (MetricsEndpoint metrics =
          metricsPort == null ? null : MetricsEndpoint.start(lake, metricsPort)) {
        serving.start(lake, workspace.definitions());
        print(serving, metrics);
        stopped.await();
      }
    }
    return Carbonbook.DONE;
  }

  private void print(Serving serving, MetricsEndpoint metrics) {
    var out = spec.commandLine().getOut();
    out.printf("serving %s on jdbc:hive2://%s:%d/mart", serving.release(), host, serving.port());
    out.println("; Ctrl-C stops");
    if (open) {
      spec.commandLine()
          .getErr()
          .println("carbonbook: --open: every user of this machine can read without a password");
    }
    serving.healthPort().ifPresent(at -> out.printf("health on http://127.0.0.1:%d/health%n", at));
    if (metrics != null) {
      out.printf("metrics on http://127.0.0.1:%d/metrics%n", metrics.port());
    }
    out.flush();
  }
}
