package org.carbonbook.building;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * One result for each group of neighbouring rows of a partition.
 *
 * @param <T> the result of a group
 */
public final class RowGroups<T> implements Iterator<T> {

  private final Iterator<Row> rows;
  private final Function<Row, Group<T>> begin;
  private Row ahead;

  /**
   * Groups the rows of a partition.
   *
   * @param rows sorted so that the rows of a group are neighbours
   * @param begin makes the group of a row; the row itself is added later
   */
  public RowGroups(Iterator<Row> rows, Function<Row, Group<T>> begin) {
    this.rows = rows;
    this.begin = begin;
    this.ahead = nextRow();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public T next() {
    if (ahead == null) {
      throw new NoSuchElementException();
    }
    Group<T> group = begin.apply(ahead);
    while (ahead != null && group.holds(ahead)) {
      group.add(ahead);
      ahead = nextRow();
    }
    return group.result();
  }

  private Row nextRow() {
    return rows.hasNext() ? rows.next() : null;
  }

  /**
   * The rows of one group.
   *
   * @param <T> the result
   */
  public interface Group<T> {

    /** Whether a row belongs to the group. */
    boolean holds(Row row);

    /** Adds a row that belongs to the group. */
    void add(Row row);

    /** The result of all rows. */
    T result();
  }
}
