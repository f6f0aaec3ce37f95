package org.carbonbook.serve.protocol;

/**
 * The limits of one query and one reader; {@code limits} of {@code conf/serve.yaml}.
 *
 * @param seconds of a query, until its last row is fetched
 * @param rows of an answer
 * @param scannedMb that a query may read
 * @param queriesPerUser at once; more wait
 * @param waitSeconds for one of these to end
 * @param idleMinutes after which a connection without a call is closed
 * @param connections at once, of all readers
 * @param cachedMb of answers that are kept
 */
public record Limits(
    int seconds,
    int rows,
    long scannedMb,
    int queriesPerUser,
    int waitSeconds,
    int idleMinutes,
    int connections,
    int cachedMb) {

  public Limits {
    if (seconds < 1 || rows < 1 || scannedMb < 1 || queriesPerUser < 1 || connections < 1) {
      throw new IllegalArgumentException("limits: each must be 1 or more");
    }
  }
}
