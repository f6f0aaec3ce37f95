package org.carbonbook.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;
import org.carbonbook.lake.Lake;

/**
 * The rising number of runs on a lake; a number is never given twice, whatever became of its run.
 */
final class RunNumber {

  private RunNumber() {}

  /** Takes the next number. Only the holder of the lake's lock may call this. */
  static long take(Lake lake) {
    Path file = new Path(lake.root(), "ops/run-number");
    try {
      long number = last(lake, file) + 1;
      Path partial = new Path(lake.root(), "ops/.run-number.partial");
      try (OutputStream out = lake.files().create(partial, true)) {
        out.write(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      }
      lake.files().delete(file, false);
      if (!lake.files().rename(partial, file)) {
        throw new IOException("cannot rename " + partial);
      }
      return number;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The last number given. A crash between deleting and renaming leaves the partial file. */
  private static long last(Lake lake, Path file) throws IOException {
    return Math.max(
        read(lake, file), read(lake, new Path(file.getParent(), ".run-number.partial")));
  }

  private static long read(Lake lake, Path file) throws IOException {
    try (InputStream in = lake.files().open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (FileNotFoundException e) {
      return 0;
    }
  }
}
