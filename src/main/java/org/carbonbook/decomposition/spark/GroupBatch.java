package org.carbonbook.decomposition.spark;

import org.carbonbook.decomposition.panel.RowBatch;

/** Neighbouring rows of one group. */
final class GroupBatch {

  private final Object[] key;
  private final RowBatch chunk;

  GroupBatch(Object[] key, RowBatch chunk) {
    this.key = key;
    this.chunk = chunk;
  }

  /** The values of the group columns, in Spark's own types. */
  Object[] key() {
    return key;
  }

  /** The rows. */
  RowBatch chunk() {
    return chunk;
  }
}
