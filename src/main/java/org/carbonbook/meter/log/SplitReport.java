package org.carbonbook.meter.log;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The result of reading one part of a file: exact counts, and a bounded number of samples. */
public final class SplitReport implements Serializable {

  public static final int SAMPLES = 20;

  final String path;
  public final long start;
  public long lines;
  public long rows;
  public long kept;
  public long missing;

  /** Accepted readings that are later than when the lake first saw the file. */
  public long ahead;

  public String failure;

  /** Named columns that nothing is read from. */
  public final Set<String> unused = new TreeSet<>();

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

  /** Counts rows that are rejected after they were read, with samples of them. */
  void reject(RejectReason reason, long count, List<Sample> someRows) {
    if (count > 0) {
      rejected.merge(reason, count, Long::sum);
      samples.addAll(someRows.subList(0, Math.min(someRows.size(), SAMPLES)));
    }
  }

  public long rejectedRows() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
