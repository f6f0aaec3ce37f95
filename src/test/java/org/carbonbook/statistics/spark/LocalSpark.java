package org.carbonbook.statistics.spark;

import org.apache.spark.sql.SparkSession;

/** One small session for all tests of this room. */
public final class LocalSpark {

  private LocalSpark() {}

  /** The session, started at the first call and stopped with the machine. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("statistics tests")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}
