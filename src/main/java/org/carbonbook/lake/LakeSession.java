package org.carbonbook.lake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session that reads and writes a lake. Settings given from outside (spark-submit, a
 * properties file, {@code -Dspark.…}) override the defaults of this class, which fit one small
 * machine.
 */
public final class LakeSession {

  /** Delta's log names the writer of a version for as long as the version's files are kept. */
  static final String LOG_RETENTION = "interval 3650 days";

  private static final long LITTLE = 64L << 20;

  /**
   * Plans are interpreted: on little data, compiling a plan takes several times as long as running
   * it.
   */
  private static final Map<String, String> UNCOMPILED =
      Map.of(
          "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private LakeSession() {}

  /**
   * Opens the session for the data in some folders, or returns the one that runs already.
   *
   * <p>On little data such a session interprets its queries instead of compiling them.
   *
   * @param settings further Spark settings, where nothing else is given from outside
   */
  public static SparkSession open(String name, List<String> folders, Map<String, String> settings) {
    SparkConf conf = new SparkConf(true);
    settings.forEach(conf::setIfMissing);
    if (FolderSize.isAtMost(LITTLE, folders, hadoopConfiguration())) {
      UNCOMPILED.forEach(conf::setIfMissing);
    }
    return open(name, conf);
  }

  /**
   * Another session of the same application for queries over some folders: where these hold little,
   * it interprets its queries, whatever the application is sized for.
   */
  static SparkSession openBeside(SparkSession session, List<String> folders) {
    SparkSession beside = session.newSession();
    SparkConf given = session.sparkContext().getConf();
    if (FolderSize.isAtMost(LITTLE, folders, session.sparkContext().hadoopConfiguration())) {
      UNCOMPILED.forEach(
          (key, value) -> {
            if (!given.contains(key)) {
              beside.conf().set(key, value);
            }
          });
    }
    return beside;
  }

  /** Opens the session, or returns the one that runs already in this process. */
  public static SparkSession open(String name) {
    return open(name, new SparkConf(true));
  }

  private static SparkSession open(String name, SparkConf conf) {
    conf.setAppName(name);
    conf.setIfMissing("spark.master", "local[*]");
    if (conf.get("spark.master").startsWith("local")) {
      smallMachine(conf);
    }
    conf.setIfMissing("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    conf.setIfMissing(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    conf.setIfMissing("spark.sql.catalogImplementation", "in-memory");
    conf.setIfMissing("spark.sql.session.timeZone", "UTC");
    conf.setIfMissing("spark.databricks.delta.commitInfo.userMetadata.enabled", "true");
    conf.setIfMissing(
        "spark.databricks.delta.properties.defaults.logRetentionDuration", LOG_RETENTION);
    // A list of all files beside each commit costs a query a commit, and no reader of ours uses it.
    conf.setIfMissing("spark.databricks.delta.allFilesInCrc.enabled", "false");
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /**
   * Makes the footers of Parquet files the same in every process. They list the encodings of a
   * column in the order of a hash set, and the JVM assigns the hash of an enum constant on first
   * use. Calling this before other threads start makes it the same in every process.
   */
  public static void steadyFooters() {
    for (Encoding encoding : Encoding.values()) {
      // The JVM remembers what it answers here.
      System.identityHashCode(encoding);
    }
  }

  /** The session that runs in this process, if one was opened. */
  public static Optional<SparkSession> findOpen() {
    return Optional.ofNullable(SparkSession.getDefaultSession().getOrElse(() -> null));
  }

  /** The settings of Hadoop's file systems, without opening a session. */
  public static Configuration hadoopConfiguration() {
    return SparkHadoopUtil.get().newConfiguration(new SparkConf(true));
  }

  private static void smallMachine(SparkConf conf) {
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.driver.host", "localhost");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.setIfMissing("spark.sql.shuffle.partitions", "4");
    conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "2");
    conf.setIfMissing("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "8");
    conf.setIfMissing("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing(
        "spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/carbonbook-warehouse");
  }
}
