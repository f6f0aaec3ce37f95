package org.carbonbook.decomposition;

/** Neighbouring rows of one group. */
final class Stretch {

  private final Object[] key;
  private final Chunk chunk;

  Stretch(Object[] key, Chunk chunk) {
    this.key = key;
    this.chunk = chunk;
  }

  /** The values of the group columns, in Spark's own types. */
  Object[] key() {
    return key;
  }

  /** The rows. */
  Chunk chunk() {
    return chunk;
  }
}
