package org.carbonbook.decomposition.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.catalyst.TextKey;
import org.carbonbook.decomposition.Finding;
import org.carbonbook.decomposition.PairResult;

/**
 * The outcome of writing results to files: exact counts, and the first findings.
 *
 * @param file the file of one task; null for all together, or where a task had nothing to write
 * @param computed comparisons with a result
 * @param notComputed comparisons without
 * @param notes comparisons with a result and a note
 * @param first the first findings in their order, at most {@link #MAX_FINDINGS}
 */
public record WrittenResults(
    String file, long computed, long notComputed, long notes, List<Finding> first)
    implements Serializable {

  /** The maximum number of findings that are kept. */
  public static final int MAX_FINDINGS = 20;

  /** The counts of some parts together. */
  static WrittenResults together(List<WrittenResults> parts) {
    return new WrittenResults(
        null,
        parts.stream().mapToLong(WrittenResults::computed).sum(),
        parts.stream().mapToLong(WrittenResults::notComputed).sum(),
        parts.stream().mapToLong(WrittenResults::notes).sum(),
        first(parts.stream().flatMap(p -> p.first().stream())));
  }

  private static List<Finding> first(Stream<Finding> findings) {
    return new ArrayList<>(findings.sorted().limit(MAX_FINDINGS).toList());
  }

  /** Counts results as they are written. */
  static final class Counter {

    private static final int MAX_HELD = 100 * MAX_FINDINGS;

    private long computed;
    private long notComputed;
    private long notes;
    private List<Finding> findings = new ArrayList<>();

    void count(Object[] group, PairResult result) {
      boolean refused = result.refused() != null;
      computed += refused ? 0 : 1;
      notComputed += refused ? 1 : 0;
      notes += !refused && result.pair().note() != null ? 1 : 0;
      if (refused || result.pair().note() != null) {
        findings.add(finding(group, result));
        if (findings.size() > MAX_HELD) {
          findings = first(findings.stream());
        }
      }
    }

    private static Finding finding(Object[] group, PairResult result) {
      List<Object> shown = new ArrayList<>(Arrays.stream(group).map(TextKey::toJava).toList());
      boolean refused = result.refused() != null;
      return new Finding(
          shown,
          new ArrayList<>(result.tuple()),
          result.pair().fromShown(),
          result.pair().toShown(),
          refused ? result.refused().reason().name() : null,
          refused ? result.refused().getMessage() : result.pair().note());
    }

    WrittenResults counted(String file) {
      return new WrittenResults(file, computed, notComputed, notes, first(findings.stream()));
    }
  }
}
