package org.carbonbook.job;

import java.nio.charset.StandardCharsets;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeFile;

/**
 * The rising number of runs on a lake; a number is never given twice, whatever became of its run.
 */
final class RunNumber {

  private RunNumber() {}

  /** Takes the next number. Only the holder of the lake's lock may call this. */
  static long take(Lake lake) {
    LakeFile file = new LakeFile(lake, "ops/run-number");
    long number = file.read().map(RunNumber::parse).orElse(0L) + 1;
    file.replace(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    return number;
  }

  private static long parse(byte[] text) {
    return Long.parseLong(new String(text, StandardCharsets.US_ASCII).trim());
  }
}
