package org.carbonbook.lake;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Whether folders are small. Counts only up to a limit, so that a large folder costs no time. */
final class FolderSize {

  private static final int MAX_FILES = 20_000;

  private final long maxBytes;
  private long bytes;
  private int files;

  private FolderSize(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Whether all files below some folders together have at most so many bytes, and are few. A folder
   * that is missing or closed to us holds nothing.
   */
  static boolean isAtMost(long bytes, List<String> folders, Configuration hadoop) {
    FolderSize size = new FolderSize(bytes);
    for (String each : folders) {
      Path folder = new Path(each);
      try {
        if (!FileListing.visit(folder.getFileSystem(hadoop), folder, size::add)) {
          return false;
        }
      } catch (IOException e) {
        // Whoever needs the folder will say what is wrong with it.
      }
    }
    return true;
  }

  private boolean add(FileStatus file) {
    bytes += file.getLen();
    files++;
    return bytes <= maxBytes && files <= MAX_FILES;
  }
}
