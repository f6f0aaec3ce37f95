package org.carbonbook.statistics.claim;

import java.util.Arrays;
import java.util.Optional;

/** What a sentence states about a series. */
public enum ClaimKind {
  /** It grew by so much in all, from one year to another. */
  GROWTH("growth", true, false),
  /** It grew by so much a year. */
  YEARLY_GROWTH("yearly_growth", true, false),
  /** It rose, fell or stood still. */
  DIRECTION("direction", true, false),
  /** It changed by so many units (percentage points where the series is a share). */
  DIFFERENCE("difference", true, false),
  /** It was so much in a year. */
  LEVEL("level", false, false),
  /** Several series add up to so much in a year. */
  SUM("sum", false, true);

  private final String id;
  private final boolean needsWindow;
  private final boolean needsParts;

  ClaimKind(String id, boolean needsWindow, boolean needsParts) {
    this.id = id;
    this.needsWindow = needsWindow;
    this.needsParts = needsParts;
  }

  /** The name in claims files. */
  public String id() {
    return id;
  }

  /** Whether the sentence is about two years; otherwise it is about one. */
  public boolean needsWindow() {
    return needsWindow;
  }

  /** Whether the sentence is about several series. */
  public boolean needsParts() {
    return needsParts;
  }

  /** The kind of that name. */
  public static Optional<ClaimKind> findById(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id.trim())).findFirst();
  }
}
