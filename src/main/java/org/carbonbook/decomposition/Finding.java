package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.List;
import org.carbonbook.decomposition.panel.TimeOrder;

/**
 * A finding about one comparison: why it is not computed, or a note on its result.
 *
 * @param group the values of the group columns
 * @param indices the values of the index columns that results are kept apart by
 * @param from the first time
 * @param to the second time, null when there is none
 * @param code the reason's code; null for a note
 * @param text the reason, or the note
 */
public record Finding(
    List<Object> group, List<String> indices, Object from, Object to, String code, String text)
    implements Comparable<Finding>, Serializable {

  /** Orders comparisons that were not computed before notes, then by group, indices and times. */
  @Override
  public int compareTo(Finding other) {
    int order = Boolean.compare(code == null, other.code == null);
    for (int i = 0; order == 0 && i < group.size(); i++) {
      order = compare(group.get(i), other.group.get(i));
    }
    for (int i = 0; order == 0 && i < indices.size(); i++) {
      order = compare(indices.get(i), other.indices.get(i));
    }
    order = order == 0 ? compareTimes(from, other.from) : order;
    return order == 0 ? compareTimes(to, other.to) : order;
  }

  @SuppressWarnings("unchecked") // values of one column are of one type
  private static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return a instanceof Comparable<?>
        ? ((Comparable<Object>) a).compareTo(b)
        : a.toString().compareTo(b.toString());
  }

  private static int compareTimes(Object a, Object b) {
    return a == null || b == null ? compare(a, b) : TimeOrder.COMPARATOR.compare(a, b);
  }
}
