package org.carbonbook.statistics.series;

import java.io.Serializable;
import java.util.List;

/** What is done with one group of rows. */
@FunctionalInterface
public interface GroupKernel extends Serializable {

  /**
   * Works on one group.
   *
   * @param columns one array to each number column, all of the same length, rows in no defined
   *     order; NaN for null
   * @return the rows to emit, each with the kernel's own columns only
   */
  List<Object[]> rowsOf(double[][] columns);
}
