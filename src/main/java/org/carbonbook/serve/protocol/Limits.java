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
 * @param answerMb of an answer; 0 for 1,024
 * @param diskMb that a query may write to the disk, for sorts that exceed the memory; 0 for 8,192
 * @param heapPercent of the memory that may be in use before the largest query is stopped; 0 for 75
 */
public record Limits(
    int seconds,
    int rows,
    long scannedMb,
    int queriesPerUser,
    int waitSeconds,
    int idleMinutes,
    int connections,
    int cachedMb,
    long answerMb,
    long diskMb,
    int heapPercent) {

  private static final long ANSWER_MB = 1_024;
  private static final long DISK_MB = 8_192;
  private static final int HEAP_PERCENT = 75;

  public Limits {
    answerMb = answerMb == 0 ? ANSWER_MB : answerMb;
    diskMb = diskMb == 0 ? DISK_MB : diskMb;
    heapPercent = heapPercent == 0 ? HEAP_PERCENT : heapPercent;
    if (seconds < 1 || rows < 1 || scannedMb < 1 || queriesPerUser < 1 || connections < 1) {
      throw new IllegalArgumentException("limits: each must be 1 or more");
    }
  }
}
