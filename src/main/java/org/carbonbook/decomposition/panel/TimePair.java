package org.carbonbook.decomposition.panel;

import java.io.Serializable;

/**
 * Two times of a group to be compared.
 *
 * @param from the time's number in the group; -1 when the group lacks it
 * @param to the same for the second time
 * @param fromShown the first time as printed, also when it is absent
 * @param toShown the second time as printed, null when there is none to compare with
 * @param note a note on the pair, e.g. the years that are missing in between; null for nothing
 */
public record TimePair(int from, int to, Object fromShown, Object toShown, String note)
    implements Serializable {

  public boolean isComplete() {
    return from >= 0 && to >= 0;
  }
}
