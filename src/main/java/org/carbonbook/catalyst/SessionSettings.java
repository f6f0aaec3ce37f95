package org.carbonbook.catalyst;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Settings of a session that the public API does not expose. */
public final class SessionSettings {

  private SessionSettings() {}

  /** The Hadoop settings of a session, with the session's own settings applied. */
  public static Configuration hadoop(SparkSession spark) {
    return spark.sessionState().newHadoopConf();
  }
}
