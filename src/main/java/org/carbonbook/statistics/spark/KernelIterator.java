package org.carbonbook.statistics.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.statistics.series.GroupKernel;

/**
 * Runs through rows sorted by the hash of their key and hands each group to the kernel. Two keys
 * may share a hash, so the rows of one hash are kept apart by the key itself.
 */
final class KernelIterator implements Iterator<Row> {

  private final Iterator<Row> rows;
  private final int keys;
  private final int width;
  private final GroupKernel kernel;
  private final ArrayDeque<Row> ready = new ArrayDeque<>();
  private Row ahead;

  KernelIterator(Iterator<Row> rows, int keys, int width, GroupKernel kernel) {
    this.rows = rows;
    this.keys = keys;
    this.width = width;
    this.kernel = kernel;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      if (ahead == null && !rows.hasNext()) {
        return false;
      }
      takeOneHash();
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.poll();
  }

  private void takeOneHash() {
    Row row = ahead == null ? rows.next() : ahead;
    ahead = null;
    long hash = row.getLong(keys + width);
    List<Group> groups = new ArrayList<>(1);
    Group group = new Group(row);
    groups.add(group);
    while (true) {
      group.add(row);
      if (!rows.hasNext()) {
        break;
      }
      row = rows.next();
      if (row.getLong(keys + width) != hash) {
        ahead = row;
        break;
      }
      if (!group.holds(row)) {
        group = groupOf(groups, row);
      }
    }
    groups.forEach(this::emit);
  }

  private Group groupOf(List<Group> groups, Row row) {
    for (Group group : groups) {
      if (group.holds(row)) {
        return group;
      }
    }
    Group group = new Group(row);
    groups.add(group);
    return group;
  }

  private void emit(Group group) {
    for (Object[] own : kernel.rowsOf(group.columns())) {
      Object[] all = Arrays.copyOf(group.key, keys + own.length);
      System.arraycopy(own, 0, all, keys, own.length);
      ready.add(RowFactory.create(all));
    }
  }

  /** The rows of one key, as growing arrays. */
  private final class Group {

    private final Object[] key = new Object[keys];
    private final double[][] columns = new double[width][32];
    private int size;

    Group(Row row) {
      Arrays.setAll(key, row::get);
    }

    boolean holds(Row row) {
      for (int i = 0; i < keys; i++) {
        if (!java.util.Objects.deepEquals(key[i], row.get(i))) {
          return false;
        }
      }
      return true;
    }

    void add(Row row) {
      if (width > 0 && size == columns[0].length) {
        Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], size * 2));
      }
      for (int i = 0; i < width; i++) {
        columns[i][size] = row.isNullAt(keys + i) ? Double.NaN : row.getDouble(keys + i);
      }
      size++;
    }

    double[][] columns() {
      double[][] trimmed = new double[width][];
      Arrays.setAll(trimmed, i -> Arrays.copyOf(columns[i], size));
      return trimmed;
    }
  }
}
