package org.carbonbook.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (ThriftEndpoint endpoint = new ThriftEndpoint(carbonbook.workspace().openLake())) {
      endpoint.start(host, port);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      spec.commandLine()
          .getOut()
          .printf(
              "serving %s on jdbc:hive2://%s:%d/mart, to this machine only and without users; Ctrl-C stops%n",
              endpoint.release(), host, port);
      spec.commandLine().getOut().flush();
      stopped.await();
    }
    return Carbonbook.DONE;
  }
}
