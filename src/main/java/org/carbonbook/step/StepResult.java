package org.carbonbook.step;

import java.util.List;
import org.carbonbook.notice.Notice;

/**
 * The result of a step.
 *
 * @param read rows, files or cells read, whichever the step counts
 * @param written rows written
 * @param rejected rows rejected with a reason
 * @param unchanged inputs that were there already and needed no work
 * @param notices the findings about all data that its tables hold now
 * @param counts the same counts in the step's own words, or null
 */
public record StepResult(
    long read, long written, long rejected, long unchanged, List<Notice> notices, String counts) {

  public StepResult {
    notices = List.copyOf(notices);
  }

  /** A result with the usual wording of its counts. */
  public StepResult(long read, long written, long rejected, long unchanged, List<Notice> notices) {
    this(read, written, rejected, unchanged, notices, null);
  }

  /** A result without notices and rejected rows. */
  public static StepResult of(long read, long written) {
    return new StepResult(read, written, 0, 0, List.of());
  }
}
