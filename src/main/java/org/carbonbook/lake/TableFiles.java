package org.carbonbook.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of one table on the disk, and which of them its versions need. */
public final class TableFiles {

  private static final String LOG = "_delta_log";

  private final FileSystem files;
  private final Path path;
  private final TableLog log;

  TableFiles(FileSystem files, Path path, TableLog log) {
    this.files = files;
    this.path = path;
    this.log = log;
  }

  /** Whether to delete files or only to count them. */
  public enum How {
    DELETE,
    COUNT
  }

  /**
   * Files that were deleted, or would be.
   *
   * @param files how many
   * @param bytes their size
   */
  public record Removed(long files, long bytes) {}

  /**
   * How many files of the newest version are smaller than a size, in the partition that has most of
   * them.
   */
  public long countSmall(long bytes) {
    return TableSnapshot.newest(log, files.getConf()).countSmall(bytes);
  }

  /**
   * Removes the data files that none of some versions needs, and what cut-off commits left in the
   * log's folder.
   *
   * @param versions the versions that stay readable, the newest among them
   * @param before files that were made later stay in any case
   * @throws UncheckedIOException when a version cannot be read any more; nothing is removed then
   */
  public Removed removeUnneeded(Set<Long> versions, Instant before, How how) {
    Set<String> needed = needed(versions);
    Predicate<Path> unneeded =
        file ->
            file.getParent().getName().equals(LOG)
                ? file.getName().endsWith(".tmp")
                : !isInLog(file) && !needed.contains(file.toUri().getPath());
    return remove(files, path, unneeded, before, how);
  }

  /** Removes files below a folder of a lake whose writing was cut off. */
  public static Removed removePartial(Lake lake, String folder, Instant before, How how) {
    return remove(
        lake.files(),
        new Path(lake.root(), folder),
        file -> file.getName().startsWith(".partial-"),
        before,
        how);
  }

  private boolean isInLog(Path file) {
    return file.toString().contains("/" + LOG + "/");
  }

  private Set<String> needed(Set<Long> versions) {
    Set<String> needed = new HashSet<>();
    for (long version : versions) {
      TableSnapshot.at(log, version, files.getConf())
          .files()
          .forEach(file -> needed.add(new Path(file.getPath()).toUri().getPath()));
    }
    return needed;
  }

  private static Removed remove(
      FileSystem files, Path folder, Predicate<Path> which, Instant before, How how) {
    long count = 0;
    long bytes = 0;
    try {
      if (!files.exists(folder)) {
        return new Removed(0, 0);
      }
      List<FileStatus> all = new ArrayList<>();
      FileListing.visit(files, folder, all::add);
      for (FileStatus file : all) {
        boolean old = file.getModificationTime() < before.toEpochMilli();
        if (old && which.test(file.getPath())) {
          count++;
          bytes += file.getLen();
          if (how == How.DELETE) {
            files.delete(file.getPath(), false);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
    return new Removed(count, bytes);
  }
}
