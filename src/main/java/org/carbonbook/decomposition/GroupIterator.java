package org.carbonbook.decomposition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/** Groups one after the other, from packed rows sorted by the group columns. */
final class GroupIterator implements Iterator<GroupIterator.Group> {

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

  private final Iterator<InternalRow> rows;
  private final DataType[] byTypes;
  private final PanelPlan plan;
  private Object[] nextKey;
  private Chunk nextChunk;

  GroupIterator(Iterator<InternalRow> rows, DataType[] byTypes, PanelPlan plan) {
    this.rows = rows;
    this.byTypes = byTypes;
    this.plan = plan;
    read();
  }

  @Override
  public boolean hasNext() {
    return nextChunk != null;
  }

  @Override
  public Group next() {
    if (nextChunk == null) {
      throw new NoSuchElementException();
    }
    Object[] key = nextKey;
    List<Chunk> chunks = new ArrayList<>(1);
    do {
      chunks.add(nextChunk);
      read();
    } while (nextChunk != null && isSame(key, nextKey));
    return new Group(key, Panel.of(plan, chunks));
  }

  private void read() {
    if (!rows.hasNext()) {
      nextChunk = null;
      return;
    }
    InternalRow row = rows.next();
    nextKey = new Object[byTypes.length];
    for (int b = 0; b < byTypes.length; b++) {
      Object value = row.isNullAt(b) ? null : row.get(b, byTypes[b]);
      nextKey[b] = value instanceof UTF8String text ? text.clone() : value;
    }
    nextChunk = Chunk.read(row.getBinary(byTypes.length), plan);
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
