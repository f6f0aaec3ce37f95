package org.carbonbook.lake;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

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
      if (left < 0) {
        return false;
      }
    }
    return true;
  }

  /** The bytes below a folder, or more than the limit when that is passed. */
  private static long size(Path folder, long limit, Configuration hadoop) {
    try {
      return size(folder.getFileSystem(hadoop), folder, limit, new AtomicInteger());
    } catch (IOException e) {
      // Whoever needs the folder will say what is wrong with it.
      return 0;
    }
  }

  /**
   * Lists folder by folder. A recursive listing of Hadoop asks for the owner and rights of each
   * file, which fails when another thread replaces one, as the journal of a run is.
   */
  private static long size(FileSystem fileSystem, Path folder, long limit, AtomicInteger files)
      throws IOException {
    long bytes = 0;
    for (FileStatus each : fileSystem.listStatus(folder)) {
      if (bytes > limit || files.incrementAndGet() > MOST_FILES) {
        return Long.MAX_VALUE / 2;
      }
      bytes +=
          each.isDirectory()
              ? size(fileSystem, each.getPath(), limit - bytes, files)
              : each.getLen();
    }
    return bytes;
  }
}
