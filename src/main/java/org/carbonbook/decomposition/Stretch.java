package org.carbonbook.decomposition;

/**
 * Neighbouring rows of one group.
 *
 * @param key the values of the group columns, in Spark's own types
 * @param chunk the rows
 */
record Stretch(Object[] key, Chunk chunk) {}
