package org.carbonbook.yearbook.grid;

/**
 * Limits of the resources that one file may take; {@code conf/reading.yaml}.
 *
 * @param maxFileMb the largest file that is opened, in 2^20 bytes
 * @param maxUnpackedMb the maximum size of a workbook's unpacked parts, in 2^20 bytes
 * @param maxCells the maximum number of cells of one sheet
 * @param latestYear the last year that a table can be about
 */
public record ReadingLimits(int maxFileMb, int maxUnpackedMb, int maxCells, int latestYear)
    implements java.io.Serializable {

  public ReadingLimits {
    if (maxFileMb < 1 || maxUnpackedMb < 1 || maxCells < 1 || latestYear < 1) {
      throw new IllegalArgumentException("the limits of conf/reading.yaml must be positive");
    }
  }

  public long maxFileBytes() {
    return maxFileMb * 1048576L;
  }

  long maxUnpackedBytes() {
    return maxUnpackedMb * 1048576L;
  }
}
