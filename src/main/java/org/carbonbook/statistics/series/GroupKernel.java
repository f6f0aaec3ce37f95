package org.carbonbook.statistics.series;

import java.io.Serializable;
import java.util.List;

/** A computation on one group of rows: arrays in, rows out. Plain Java, so it runs anywhere. */
public interface GroupKernel extends Serializable {

  /** The columns of the rows that the kernel emits, in order. */
  List<KernelColumn> columns();

  /**
   * Computes the rows of one group.
   *
   * @param columns one array for each input column, all of the same length, rows in no defined
   *     order; NaN for null
   * @return the rows to emit, one cell for each of {@link #columns}
   */
  List<Object[]> rowsOf(double[][] columns);
}
