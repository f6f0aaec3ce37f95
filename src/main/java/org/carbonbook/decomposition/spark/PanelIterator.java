package org.carbonbook.decomposition.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.carbonbook.decomposition.panel.Panel;
import org.carbonbook.decomposition.panel.PanelPlan;
import org.carbonbook.decomposition.panel.RowBatch;

/** Builds one group after the other from batches that are sorted by the group columns. */
final class PanelIterator implements Iterator<PanelIterator.Group> {

  /** One group. */
  static final class Group {

    private final Object[] key;
    private final Panel panel;

    Group(Object[] key, Panel panel) {
      this.key = key;
      this.panel = panel;
    }

    /** The values of the group columns, in Spark's own types. */
    Object[] key() {
      return key;
    }

    /** The group's values. */
    Panel panel() {
      return panel;
    }
  }

  private final Iterator<GroupBatch> stretches;
  private final PanelPlan plan;
  private GroupBatch next;

  PanelIterator(Iterator<GroupBatch> stretches, PanelPlan plan) {
    this.stretches = stretches;
    this.plan = plan;
    read();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Group next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Object[] key = next.key();
    List<RowBatch> chunks = new ArrayList<>(1);
    do {
      chunks.add(next.chunk());
      read();
    } while (next != null && isSame(key, next.key()));
    return new Group(key, Panel.of(plan, chunks));
  }

  private void read() {
    next = stretches.hasNext() ? stretches.next() : null;
  }

  private static boolean isSame(Object[] a, Object[] b) {
    for (int i = 0; i < a.length; i++) {
      if (!Objects.equals(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }
}
