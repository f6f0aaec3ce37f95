package org.carbonbook.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.carbonbook.lake.Lake;

/**
 * Whose turn it is to write a lake: a folder with one file per turn, numbered upwards. The newest
 * file decides. A turn is taken by creating the next number, which a file system lets only one
 * process do, and given back by a second file beside it. The newest turn is never deleted, so that
 * a number is never taken twice: a process that comes late with an older number sees a newer one
 * and gives up.
 */
final class LockTurns {

  private static final String TURN = ".turn";
  private static final String FREE = ".free";

  private final FileSystem files;
  private final Path folder;

  LockTurns(Lake lake) {
    this.files = lake.files();
    this.folder = new Path(lake.root(), "ops/lock");
  }

  /**
   * One turn.
   *
   * @param number its number
   * @param held false when it was given back
   * @param touched when its holder last gave a sign of life, by the file system's clock
   */
  record Turn(long number, boolean held, long touched) {}

  /** The newest turn, if the lake was ever written. */
  Optional<Turn> findNewest() throws IOException {
    return list().stream().max(Comparator.comparingLong(Turn::number));
  }

  /** Who has a turn. */
  LockHolder holder(Turn turn) throws IOException {
    try (InputStream in = files.open(file(turn.number(), TURN))) {
      return LockHolder.parse(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return LockHolder.UNKNOWN;
    }
  }

  /** Takes a turn; false when another process was quicker. */
  boolean tryTake(long number, LockHolder holder) throws IOException {
    files.mkdirs(folder);
    if (!create(number, holder)) {
      return false;
    }
    if (!isNewest(number)) {
      files.delete(file(number, TURN), false);
      return false;
    }
    for (Turn turn : list()) {
      if (turn.number() < number) {
        files.delete(file(turn.number(), TURN), false);
        files.delete(file(turn.number(), FREE), false);
      }
    }
    return true;
  }

  /** Gives a sign of life; it needs no space on the disk. */
  void touch(long number) throws IOException {
    files.setTimes(file(number, TURN), System.currentTimeMillis(), -1);
  }

  /** Whether nobody took a later turn. */
  boolean isNewest(long number) throws IOException {
    return findNewest().map(Turn::number).equals(Optional.of(number));
  }

  /** Gives a turn back. */
  void giveBack(long number) throws IOException {
    files.create(file(number, FREE), true).close();
  }

  private List<Turn> list() throws IOException {
    List<Turn> turns = new ArrayList<>();
    FileStatus[] all;
    try {
      all = files.listStatus(folder);
    } catch (FileNotFoundException e) {
      return turns;
    }
    Set<String> names = new HashSet<>();
    for (FileStatus file : all) {
      names.add(file.getPath().getName());
    }
    for (FileStatus file : all) {
      String name = file.getPath().getName();
      if (name.endsWith(TURN)) {
        String digits = name.substring(0, name.length() - TURN.length());
        boolean held = !names.contains(digits + FREE);
        turns.add(new Turn(Long.parseLong(digits), held, file.getModificationTime()));
      }
    }
    return turns;
  }

  /** Creates the file of a turn only if it is not there. */
  private boolean create(long number, LockHolder holder) throws IOException {
    Path file = file(number, TURN);
    if ("file".equals(files.getUri().getScheme())) {
      try {
        Files.write(Paths.get(file.toUri()), holder.json(), StandardOpenOption.CREATE_NEW);
        return true;
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return false;
      }
    }
    try (OutputStream out = files.create(file, false)) {
      out.write(holder.json());
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  private Path file(long number, String state) {
    return new Path(folder, "%020d%s".formatted(number, state));
  }
}
