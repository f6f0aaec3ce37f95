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
   * The result of one part.
   *
   * @param name the year, edition or date
   * @param files how many files it has
   * @param attempts how often it was tried
   * @param failure why it is left, or null when it was loaded
   */
  public record Part(String name, int files, int attempts, String failure) {

    /** Whether the part is not loaded yet. */
    public boolean isLeft() {
      return failure != null;
    }
  }

  /** The parts that are not loaded yet. */
  public List<Part> listLeft() {
    return parts.stream().filter(Part::isLeft).toList();
  }
}
