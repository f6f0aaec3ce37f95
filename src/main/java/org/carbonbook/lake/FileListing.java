package org.carbonbook.lake;

import java.io.IOException;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files below a folder, listed folder by folder. Hadoop's own recursive listing asks for the
 * owner and rights of each file, which fails when another thread replaces one in that moment, as a
 * run does with its journal.
 */
final class FileListing {

  private FileListing() {}

  /**
   * Shows each file below a folder to a visitor, until the visitor wants no more.
   *
   * @param more takes a file; false ends the listing
   * @return whether all files were shown
   */
  static boolean visit(FileSystem fileSystem, Path folder, Predicate<FileStatus> more)
      throws IOException {
    for (FileStatus each : fileSystem.listStatus(folder)) {
      boolean goOn = each.isDirectory() ? visit(fileSystem, each.getPath(), more) : more.test(each);
      if (!goOn) {
        return false;
      }
    }
    return true;
  }
}
