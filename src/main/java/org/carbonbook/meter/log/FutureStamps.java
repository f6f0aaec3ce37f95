package org.carbonbook.meter.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Decides about the readings of one part of a file whose stamps are later than when the lake first
 * saw the file. They are rejected. When they are the bulk of the part, the lake's clock is assumed
 * to be wrong: those that follow each other without a long gap are accepted, and the report counts
 * them.
 */
final class FutureStamps {

  /** The bulk is at least one half of the readings. */
  private static final int BULK = 2;

  private static final int MAX_HELD = 200;
  private static final long MAX_GAP_S = 62 * 86_400L;

  private final List<WaitingStamp> held = new ArrayList<>();
  private long count;

  /** A row that may have to be rejected. */
  private record WaitingStamp(long second, SplitReport.Sample sample) {}

  /** Notes a row whose reading is marked as {@link ReadingBlock#FUTURE}. */
  void hold(long second, long line, String text) {
    count++;
    if (text != null) {
      held.add(
          new WaitingStamp(second, new SplitReport.Sample(line, RejectReason.FUTURE_STAMP, text)));
    }
  }

  /** Whether the text of another row is of use. */
  boolean wantsText() {
    return held.size() < MAX_HELD;
  }

  /** Removes the rejected readings from the blocks, and the marks of the accepted ones. */
  void resolve(SplitReport report, List<ReadingBlock> blocks) {
    if (count == 0) {
      return;
    }
    boolean bulk = count > 1 && count * BULK >= report.kept;
    long newest = bulk ? newestPlausible(blocks) : Long.MIN_VALUE;
    long removed = 0;
    for (ReadingBlock block : blocks) {
      int before = block.size;
      block.retain(i -> (block.marks[i] & ReadingBlock.FUTURE) == 0 || block.seconds[i] <= newest);
      removed += before - block.size;
      for (int i = 0; i < block.size; i++) {
        block.marks[i] &= ~ReadingBlock.FUTURE;
      }
    }
    report.ahead = count - removed;
    report.kept -= removed;
    report.reject(
        RejectReason.FUTURE_STAMP,
        removed,
        held.stream().filter(row -> row.second() > newest).map(WaitingStamp::sample).toList());
  }

  private static long newestPlausible(List<ReadingBlock> blocks) {
    long[] stamps = blocks.stream().flatMapToLong(FutureStamps::stamps).sorted().toArray();
    int i = stamps.length / 2;
    while (i + 1 < stamps.length && stamps[i + 1] - stamps[i] <= MAX_GAP_S) {
      i++;
    }
    return stamps[i];
  }

  private static LongStream stamps(ReadingBlock block) {
    return Arrays.stream(block.seconds, 0, block.size);
  }
}
