package org.carbonbook.serve.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hive.service.rpc.thrift.TCLIService;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TFramedTransport;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.TTransportException;
import org.carbonbook.serve.access.Authenticator;
import org.carbonbook.serve.access.Login;

/**
 * The Hive protocol on a port, one thread a connection. Sessions and queries belong to the
 * connection that opened them: no other connection can use them, and they end with it.
 */
public final class HiveServer implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");
  private static final int LOGIN_MILLIS = 20_000;
  private static final int MAX_CALL = 4 << 20;

  private final ServerSocket port;
  private final Authenticator users;
  private final Queries queries;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool(HiveServer::daemon);

  /**
   * @param port bound already, so that callers wait instead of being turned away while the engine
   *     starts
   */
  public HiveServer(ServerSocket port, Authenticator users, Queries queries) {
    this.port = port;
    this.users = users;
    this.queries = queries;
  }

  /** Starts to serve requests. */
  public void start() {
    threads.execute(this::accept);
  }

  /** How many callers are connected. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      port.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close port " + port.getLocalPort(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!port.isClosed()) {
      try {
        Socket socket = port.accept();
        open.add(socket);
        threads.execute(() -> answer(socket));
      } catch (IOException e) {
        if (!port.isClosed()) {
          LOG.warn("a connection was not accepted: {}", e.getMessage());
        }
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      if (connections.incrementAndGet() <= queries.limits().connections()) {
        talk(socket);
      }
    } catch (IOException | TException | RuntimeException | OutOfMemoryError e) {
      // Callers go away, do not speak the Hive protocol, or fail the handshake of TLS.
      LOG.debug("a connection ended", e);
    } finally {
      connections.decrementAndGet();
      open.remove(socket);
    }
  }

  private void talk(Socket socket) throws IOException, TException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LOGIN_MILLIS);
    String address = socket.getInetAddress().getHostAddress();
    TSocket transport = new TSocket(socket);
    Optional<Login> login = PlainLogin.ask(transport, address, users);
    if (login.isEmpty()) {
      return;
    }
    socket.setSoTimeout(queries.limits().idleMinutes() * 60_000);
    TProtocol protocol =
        new TBinaryProtocol(new TFramedTransport(transport, MAX_CALL), MAX_CALL, MAX_CALL);
    try (Connection connection = new Connection(login.get(), queries)) {
      TCLIService.Processor<Connection> processor = new TCLIService.Processor<>(connection);
      while (processor.process(protocol, protocol)) {
        // Each round is one call; the end of the connection is an exception.
      }
    } catch (TTransportException e) {
      LOG.debug("{} is gone", login.get().user());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-serve");
    thread.setDaemon(true);
    return thread;
  }
}
