package org.carbonbook.job;

import java.util.List;

/**
 * The result of a backfill.
 *
 * @param parts each part, in its order
 * @param outcome how the run at the end went
 */
public record BackfillReport(List<Part> parts, RunOutcome outcome) {

  /**
   * What came of one part.
   *
   * @param name the year, edition or date
   * @param files how many files it has
   * @param attempts how often it was tried
   * @param failure why it is left, or null when it was loaded
   */
  public record Part(String name, int files, int attempts, String failure) {

    /** Whether it is still to be done. */
    public boolean isLeft() {
      return failure != null;
    }
  }

  /** The parts that are still to be done. */
  public List<Part> listLeft() {
    return parts.stream().filter(Part::isLeft).toList();
  }
}
