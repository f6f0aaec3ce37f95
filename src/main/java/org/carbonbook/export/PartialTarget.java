package org.carbonbook.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileUtil;

/**
 * The folder beside a target in which an export grows, and which becomes the target at its end. It
 * records which tables are finished, so that the same command continues where an earlier one was
 * interrupted.
 */
final class PartialTarget implements AutoCloseable {

  private static final String PROGRESS = ".progress";
  private static final String LOCK = ".lock";

  private final Path target;
  private final Path folder;
  private final String identity;
  private final FileExport.Existing existing;
  private final FileChannel lock;
  private final Map<String, Finished> finished = new LinkedHashMap<>();

  /**
   * A file that is there whole.
   *
   * @param rows of its table
   */
  record Finished(String file, long bytes, String sha256, long rows) {

    private String line() {
      return "%d %s %d %s".formatted(bytes, sha256, rows, file);
    }

    private static Finished parse(String line) {
      String[] parts = line.split(" ", 4);
      return new Finished(parts[3], Long.parseLong(parts[0]), parts[1], Long.parseLong(parts[2]));
    }
  }

  private PartialTarget(
      Path target, Path folder, String identity, FileExport.Existing existing, FileChannel lock) {
    this.target = target;
    this.folder = folder;
    this.identity = identity;
    this.existing = existing;
    this.lock = lock;
  }

  /**
   * Opens the folder.
   *
   * @param identity what is exported and how; what another export left is not gone on with
   * @throws IllegalStateException when the target is there, or another process writes it
   */
  static PartialTarget open(Path given, String identity, FileExport.Existing existing)
      throws IOException {
    Path target = given.toAbsolutePath().normalize();
    if (target.getFileName() == null) {
      throw new IllegalArgumentException(given + " cannot be a target: name a folder in it");
    }
    if (existing == FileExport.Existing.KEEP && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalStateException(
          "%s is there already: give another target, or --replace".formatted(given));
    }
    ExportMark.require(target);
    Path folder = target.resolveSibling("." + target.getFileName() + ".partial");
    requireOwn(folder);
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isMine(lock)) {
      lock.close();
      throw new IllegalStateException(
          "another export writes %s: wait for its end, or give another target".formatted(given));
    }
    PartialTarget partial = new PartialTarget(target, folder, identity, existing, lock);
    partial.goOn();
    return partial;
  }

  /** Whether a file in a folder is one that only this class writes. */
  static boolean isOwn(String name) {
    return name.equals(LOCK) || name.equals(PROGRESS);
  }

  /** Everything in it but finished files will be deleted, so it must be one of ours. */
  private static void requireOwn(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalStateException(
          "%s is not what an export left, and an export would replace it: move it away"
              .formatted(folder));
    }
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Where files are written. */
  Path folder() {
    return folder;
  }

  /** A file that was finished, by its name. */
  Optional<Finished> find(String file) {
    return Optional.ofNullable(finished.get(file));
  }

  /** Writes down that a file is whole, once the disk has it. */
  Finished finish(String file, long rows) throws IOException {
    Path path = folder.resolve(file);
    force(path);
    Finished whole = new Finished(file, Files.size(path), sha256(path), rows);
    finished.put(file, whole);
    Files.writeString(
        folder.resolve(PROGRESS),
        whole.line() + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
    return whole;
  }

  /** Makes the folder the target. */
  void becomeTarget() throws IOException {
    Files.delete(folder.resolve(PROGRESS));
    ExportMark.put(folder, identity.split(" ", 2)[0]);
    replaceTarget(folder);
    Files.deleteIfExists(target.resolve(LOCK));
  }

  /** Makes one file of the folder the target, and removes the rest. */
  void becomeTarget(String file) throws IOException {
    replaceTarget(folder.resolve(file));
    FileUtil.fullyDelete(folder.toFile());
  }

  private void replaceTarget(Path whole) throws IOException {
    ExportMark.require(target);
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    } else if (existing == FileExport.Existing.KEEP) {
      throw new IllegalStateException(
          "%s was made meanwhile: give another target, or --replace".formatted(target));
    } else if (Files.isRegularFile(whole) && Files.isRegularFile(target)) {
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Path old = target.resolveSibling("." + target.getFileName() + ".old");
      ExportMark.require(old);
      FileUtil.fullyDelete(old.toFile());
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
      FileUtil.fullyDelete(old.toFile());
    }
    force(target.getParent());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private void goOn() throws IOException {
    Path progress = folder.resolve(PROGRESS);
    List<String> lines =
        Files.exists(progress) ? Files.readAllLines(progress, StandardCharsets.UTF_8) : List.of();
    if (!lines.isEmpty() && lines.get(0).equals(identity)) {
      lines.stream()
          .skip(1)
          .map(Finished::parse)
          .filter(this::isWhole)
          .forEach(file -> finished.put(file.file(), file));
    }
    removeUnfinished();
    List<String> kept = new ArrayList<>(List.of(identity));
    finished.values().forEach(file -> kept.add(file.line()));
    Files.write(progress, kept, StandardCharsets.UTF_8);
  }

  private boolean isWhole(Finished file) {
    Path path = folder.resolve(file.file());
    try {
      return Files.isRegularFile(path)
          && Files.size(path) == file.bytes()
          && sha256(path).equals(file.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void removeUnfinished() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString();
        if (!finished.containsKey(name) && !name.equals(LOCK)) {
          Files.delete(path);
        }
      }
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(in);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
