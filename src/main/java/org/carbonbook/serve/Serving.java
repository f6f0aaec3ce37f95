package org.carbonbook.serve;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.access.Audit;
import org.carbonbook.serve.access.Authenticator;
import org.carbonbook.serve.access.Guard;
import org.carbonbook.serve.access.LdapPasswords;
import org.carbonbook.serve.access.Login;
import org.carbonbook.serve.access.Passwords;
import org.carbonbook.serve.access.UserFile;
import org.carbonbook.serve.gate.ReadSession;
import org.carbonbook.serve.protocol.HiveServer;
import org.carbonbook.serve.protocol.Queries;
import org.carbonbook.serve.release.ReleaseReader;
import org.carbonbook.serve.release.ShownRelease;
import org.carbonbook.serve.watch.WatchedTasks;

/**
 * The JDBC endpoint: the current release, or a pinned one, to users who may read it. A new release
 * is shown within seconds, all its tables at once; a running statement keeps the release that it
 * started with.
 */
public final class Serving implements AutoCloseable {

  /** Settings of the engine for many small concurrent queries. */
  public static final Map<String, String> ENGINE =
      Map.ofEntries(
          // A task cannot be interrupted for another user's: more of them than cores share these.
          Map.entry("spark.master", "local[48]"),
          Map.entry(
              "spark.default.parallelism",
              Integer.toString(Runtime.getRuntime().availableProcessors())),
          Map.entry("spark.scheduler.mode", "FAIR"),
          Map.entry("spark.locality.wait", "0"),
          // Rows of answers are in files; what is left are the small sides of joins.
          Map.entry("spark.driver.maxResultSize", "128m"),
          // A query that finds no memory fails, and the server continues.
          Map.entry("spark.executor.killOnFatalError.depth", "0"),
          // Sorts and groups go to the disk while there is still room for everything else.
          Map.entry("spark.memory.fraction", "0.4"),
          Map.entry("spark.plugins", WatchedTasks.class.getName()),
          Map.entry("spark.ui.retainedJobs", "20"),
          Map.entry("spark.ui.retainedStages", "20"),
          Map.entry("spark.ui.retainedTasks", "200"),
          Map.entry("spark.sql.ui.retainedExecutions", "5"));

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");
  private static final int REFRESH_SECONDS = 2;
  private static final long WARM_BYTES = 16L << 20;

  private final ServeOptions options;
  private final ServeSettings settings;
  private final Passwords passwords;
  private final ServerSocket port;
  private final Health health;
  private final AtomicReference<ShownRelease> shown = new AtomicReference<>();
  private final ScheduledExecutorService refresh =
      Executors.newSingleThreadScheduledExecutor(Serving::daemon);
  private Releases releases;
  private ReleaseReader reader;
  private Queries queries;
  private HiveServer server;

  private Serving(
      ServeOptions options,
      ServeSettings settings,
      Passwords passwords,
      ServerSocket port,
      Health health) {
    this.options = options;
    this.settings = settings;
    this.passwords = passwords;
    this.port = port;
    this.health = health;
  }

  /**
   * Binds the port before anything slow starts.
   *
   * @throws IllegalArgumentException when nobody could log in, or anybody could from outside
   * @throws IllegalStateException when the port is in use
   */
  public static Serving bind(ServeOptions options, ServeSettings settings) {
    options.requireClosed(settings);
    Passwords passwords = options.open() ? null : passwords(settings);
    ServerSocket port = ServePort.bind(options.host(), options.port(), settings.findTls());
    return new Serving(options, settings, passwords, port, Health.start(options.healthPort()));
  }

  /**
   * Starts to serve requests.
   *
   * @param definitions what a table is, by its name
   * @throws IllegalStateException when nothing was published yet, or the gate does not hold
   */
  public void start(Lake lake, Function<String, Optional<TableDefinition>> definitions) {
    Thread.setDefaultUncaughtExceptionHandler(Serving::ended);
    releases = new Releases(lake);
    reader = new ReleaseReader(lake, definitions, ReleaseReader.Keep.IN_MEMORY);
    showPublished();
    Audit audit = new Audit(settings.audit() == null ? null : Path.of(settings.audit()));
    ReadSession session = ReadSession.open(lake.spark().sparkContext(), "carbonbook", Access.all());
    queries = new Queries(session, shown::get, settings.limits(), audit);
    server = new HiveServer(port, authenticator(audit), queries);
    server.start();
    health.ready(shown::get, queries, server);
    var unused =
        refresh.scheduleWithFixedDelay(
            this::showNewest, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
    refresh.execute(() -> warm(session));
  }

  /** The release that is shown now. */
  public String release() {
    return shown.get().release();
  }

  /** The port that callers reach. */
  public int port() {
    return port.getLocalPort();
  }

  /** The port of health and readiness, if it was requested. */
  public Optional<Integer> healthPort() {
    return health.port();
  }

  @Override
  public void close() {
    refresh.shutdownNow();
    health.close();
    if (server != null) {
      server.close();
      queries.close();
    } else {
      try {
        port.close();
      } catch (java.io.IOException e) {
        LOG.debug("the port was closed already", e);
      }
    }
  }

  private Authenticator authenticator(Audit audit) {
    if (options.open()) {
      return (user, password, address) -> {
        audit.login(user, address, "in, open");
        return Optional.of(new Login(user, Access.all()));
      };
    }
    return new Guard(passwords, settings.access(), audit, Clock.systemUTC());
  }

  private static Passwords passwords(ServeSettings settings) {
    Set<String> roles = settings.access().keySet();
    return settings
        .findLdap()
        .<Passwords>map(ldap -> new LdapPasswords(ldap, roles))
        .orElseGet(() -> new UserFile(Path.of(settings.users()), roles, Clock.systemUTC()));
  }

  private Release published() {
    return options.release() != null
        ? releases.getRelease(options.release())
        : releases.getCurrent();
  }

  private void showPublished() {
    show(published());
    // One that was published while the ledger was read would not be noticed as a change of it.
    Release newest = published();
    if (newest.number() != shown.get().number()) {
      show(newest);
    }
  }

  private void show(Release release) {
    ShownRelease before = shown.get();
    ShownRelease now = reader.show(release, Optional.ofNullable(before));
    shown.set(now);
    if (before != null) {
      ReleaseReader.forget(before, now);
    }
  }

  private void showNewest() {
    try {
      ShownRelease now = shown.get();
      if (reader.isLedgerChanged(now)) {
        showPublished();
      }
      health.fresh(true);
    } catch (RuntimeException e) {
      health.fresh(false);
      LOG.warn("cannot show the newest release", e);
    }
  }

  /** Loads the marts, so that the first dashboard does not wait for it. */
  private void warm(ReadSession session) {
    ShownRelease now = shown.get();
    now.tables().keySet().stream()
        .filter(name -> name.startsWith("mart."))
        .forEach(
            name -> {
              try {
                var unused =
                    session
                        .ask("SELECT * FROM " + name + " LIMIT 1", now)
                        .rows(WARM_BYTES)
                        .hasNext();
              } catch (RuntimeException e) {
                LOG.warn("{} cannot be read: {}", name, e.getMessage());
              }
            });
  }

  /** Without the thread that starts all tasks every query would wait for ever. */
  private static void ended(Thread thread, Throwable why) {
    LOG.error("thread {} ended", thread.getName(), why);
    if (thread.getName().startsWith("dag-scheduler")) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-refresh");
    thread.setDaemon(true);
    return thread;
  }
}
