package org.carbonbook.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.hive.thriftserver.HiveThriftServer2;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.ReleaseViews;
import org.carbonbook.mart.Releases;

/**
 * The JDBC endpoint: Spark's Thrift Server over the views of the current release. A new release is
 * shown within seconds; a query that runs keeps what it began with.
 */
public final class ThriftEndpoint implements AutoCloseable {

  private static final int REFRESH_SECONDS = 5;

  private final Lake lake;
  private final Releases releases;
  private final ReleaseViews views;
  private final ScheduledExecutorService refresh =
      Executors.newSingleThreadScheduledExecutor(ThriftEndpoint::daemon);
  private HiveThriftServer2 server;
  private long shown;

  public ThriftEndpoint(Lake lake) {
    this.lake = lake;
    this.releases = new Releases(lake);
    this.views = new ReleaseViews(lake);
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalArgumentException when the host is not a loopback address: there are no users
   *     and rights yet, so nobody from outside may connect
   * @throws IllegalStateException when nothing was published yet
   */
  public void start(String host, int port) {
    requireLoopback(host);
    if (!showCurrent()) {
      throw new IllegalStateException(
          "nothing was published in %s yet: run a job first, e.g. carbonbook run nightly"
              .formatted(lake.root()));
    }
    SparkSession spark = lake.spark();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("hive.server2.thrift.bind.host", host);
    hadoop.set("hive.server2.thrift.port", Integer.toString(port));
    server = HiveThriftServer2.startWithContext(spark.sqlContext());
    var unused =
        refresh.scheduleWithFixedDelay(
            this::showCurrentSafely, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
  }

  /** The release that is shown now. */
  public String release() {
    return "R" + shown;
  }

  @Override
  public void close() {
    refresh.shutdownNow();
    if (server != null) {
      server.stop();
    }
  }

  private synchronized boolean showCurrent() {
    Optional<Release> current = releases.findCurrent();
    current.filter(release -> release.number() != shown).ifPresent(this::show);
    return current.isPresent();
  }

  private void show(Release release) {
    lake.spark().catalog().clearCache();
    views.show(release);
    release.tables().keySet().stream()
        .filter(table -> table.startsWith("mart."))
        .forEach(mart -> lake.spark().sql("CACHE LAZY TABLE " + mart));
    shown = release.number();
  }

  private void showCurrentSafely() {
    try {
      showCurrent();
    } catch (RuntimeException e) {
      System.getLogger(ThriftEndpoint.class.getName())
          .log(System.Logger.Level.WARNING, "cannot show the newest release", e);
    }
  }

  private static void requireLoopback(String host) {
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        throw new IllegalArgumentException(
            "--host %s is reachable from outside and there are no users and rights yet: use 127.0.0.1"
                .formatted(host));
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host %s is no known host".formatted(host), e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-refresh");
    thread.setDaemon(true);
    return thread;
  }
}
