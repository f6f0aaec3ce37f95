package org.carbonbook.lake;

import java.util.Map;

/**
 * A Parquet file in a table's folder that is not yet part of the table.
 *
 * @param path where it is, as a whole
 * @param bytes its size
 * @param modifiedMs when it was written, in milliseconds since 1970
 * @param rows how many rows it holds
 * @param partition the values of the partition columns that its rows share, by column
 */
record DataFile(
    String path, long bytes, long modifiedMs, long rows, Map<String, String> partition) {

  DataFile {
    partition = Map.copyOf(partition);
  }
}
