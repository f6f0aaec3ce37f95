package org.carbonbook.meter.log;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of reading one part of a file: exact counts, and a bounded number of samples. */
public final class SplitReport implements Serializable {

  public static final int SAMPLES = 20;

  final String path;
  public final long start;
  public long lines;
  public long rows;
  public long kept;
  public long missing;
  public String failure;
  public boolean headerFits = true;
  public final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
  public final List<Sample> samples = new ArrayList<>();
  private final Map<RejectReason, Integer> sampled = new EnumMap<>(RejectReason.class);

  /** A rejected row: its line counted from the start of the part, and its text. */
  public record Sample(long line, RejectReason reason, String text) implements Serializable {}

  public SplitReport(String path, long start) {
    this.path = path;
    this.start = start;
  }

  boolean wantsSample(RejectReason reason) {
    return sampled.getOrDefault(reason, 0) < SAMPLES;
  }

  void reject(RejectReason reason, String text) {
    rejected.merge(reason, 1L, Long::sum);
    if (text != null && sampled.merge(reason, 1, Integer::sum) <= SAMPLES) {
      samples.add(new Sample(lines, reason, text));
    }
  }

  public long rejectedRows() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
