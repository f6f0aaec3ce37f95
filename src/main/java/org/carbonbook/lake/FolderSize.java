package org.carbonbook.lake;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Whether folders are small. Counts only up to a limit, so that a large folder costs no time. */
final class FolderSize {

  private static final int MOST_FILES = 20_000;

  private FolderSize() {}

  /**
   * Whether all files below some folders together have at most so many bytes. A folder that is
   * missing or closed to us holds nothing.
   */
  static boolean isAtMost(long bytes, List<String> folders, Configuration hadoop) {
    long left = bytes;
    for (String folder : folders) {
      left -= size(new Path(folder), left, hadoop);
    }
    return left >= 0;
  }

  /** The bytes below a folder, or more than the limit when that is passed. */
  private static long size(Path folder, long limit, Configuration hadoop) {
    long bytes = 0;
    try {
      RemoteIterator<LocatedFileStatus> all = folder.getFileSystem(hadoop).listFiles(folder, true);
      for (int files = 0; all.hasNext() && bytes <= limit; files++) {
        bytes += files < MOST_FILES ? all.next().getLen() : Long.MAX_VALUE / 2;
      }
    } catch (IOException e) {
      // Whoever needs the folder will say what is wrong with it.
      return bytes;
    }
    return bytes;
  }
}
