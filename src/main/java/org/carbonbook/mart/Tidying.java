package org.carbonbook.mart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.lake.TableFiles;

/**
 * Compacts tables of many small files, and deletes the files that neither a kept release nor a
 * table's newest version needs. Rows do not change, and no step becomes stale. Only the holder of
 * the lake's lock may do this.
 */
public final class Tidying {

  private static final long MEBI = 1L << 20;

  private final Lake lake;
  private final Retention policy;
  private final Instant now;

  public Tidying(Lake lake, Retention policy, Instant now) {
    this.lake = lake;
    this.policy = policy;
    this.now = now;
  }

  /** Whether files are changed or only reported. */
  public enum Mode {
    DO,
    SAY
  }

  /**
   * The result for one table.
   *
   * @param table its name
   * @param compacted how many small files were merged; 0 when the table was not changed
   * @param deleted how many files nobody needs any longer
   * @param deletedBytes their size
   */
  public record Tidied(String table, long compacted, long deleted, long deletedBytes) {}

  /**
   * The result for all tables.
   *
   * @param oldestKept the number of the oldest release that is still readable, 0 when there is none
   * @param tables the tables that something was done to
   */
  public record Report(long oldestKept, List<Tidied> tables) {}

  /**
   * Compacts and deletes. The oldest release that stays readable is recorded before the first file
   * is deleted.
   */
  public Report run(Mode mode) {
    Releases releases = new Releases(lake);
    List<Release> kept = releases.listKept();
    long oldest = policy.oldestKept(kept, now);
    kept = kept.stream().filter(release -> release.number() >= oldest).toList();
    if (mode == Mode.DO) {
      releases.keepFrom(oldest);
    }
    List<Tidied> tidied = new ArrayList<>();
    for (String name : lake.listTables()) {
      Tidied table = tidy(name, kept, mode);
      if (table.compacted() + table.deleted() > 0) {
        tidied.add(table);
      }
    }
    TableFiles.Removed partial = removePartial(mode);
    if (partial.files() > 0) {
      tidied.add(new Tidied("raw/files", 0, partial.files(), partial.bytes()));
    }
    return new Report(oldest, tidied);
  }

  private Tidied tidy(String name, List<Release> kept, Mode mode) {
    LakeTable table = lake.table(name);
    long compacted = table.files().countSmall(policy.smallMb() * MEBI);
    if (compacted < policy.compactFiles()) {
      compacted = 0;
    } else if (mode == Mode.DO) {
      table.compact(policy.smallMb() * MEBI);
    }
    Set<Long> versions = new HashSet<>();
    table.findVersion().ifPresent(versions::add);
    kept.forEach(release -> versions.add(release.tables().getOrDefault(name, -1L)));
    versions.remove(-1L);
    TableFiles.Removed removed = table.files().removeUnneeded(versions, unusedBefore(), how(mode));
    return new Tidied(name, compacted, removed.files(), removed.bytes());
  }

  /** Copies into the archive that were cut off. */
  private TableFiles.Removed removePartial(Mode mode) {
    return TableFiles.removePartial(lake, "raw/files", unusedBefore(), how(mode));
  }

  private Instant unusedBefore() {
    return now.minus(Duration.ofHours(policy.unusedHours()));
  }

  private static TableFiles.How how(Mode mode) {
    return mode == Mode.DO ? TableFiles.How.DELETE : TableFiles.How.COUNT;
  }
}
