package org.carbonbook.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeTable;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.notice.Notice;

/**
 * Finds marts that would lose most of their rows by the next release. A renamed folder or a
 * registry that nobody can read empties marts without any error; a release of that waits until an
 * operator says that it is meant.
 */
final class LostRows {

  private static final String MARTS = "mart.";

  /** A mart with fewer rows may lose all of them. */
  private static final long FEWEST = 10;

  private LostRows() {}

  /**
   * A notice for each mart that has less than half the rows of the current release.
   *
   * @param accepted why that is meant; null when no operator said so
   */
  static List<Notice> find(Lake lake, List<String> tables, String accepted) {
    List<Notice> notices = new ArrayList<>();
    Optional<Release> current = new Releases(lake).findCurrent();
    if (current.isEmpty()) {
      return notices;
    }
    for (String table : tables) {
      Long version = table.startsWith(MARTS) ? current.get().tables().get(table) : null;
      LakeTable mart = lake.table(table);
      if (version == null || !mart.exists()) {
        continue;
      }
      Optional<CommitInfo> before = mart.findCommitUpTo(version);
      Optional<CommitInfo> now = mart.findCommit();
      if (before.isPresent()
          && now.isPresent()
          && before.get().rows() >= FEWEST
          && now.get().rows() * 2 < before.get().rows()) {
        notices.add(
            notice(table, current.get().id(), before.get().rows(), now.get().rows(), accepted));
      }
    }
    return notices;
  }

  private static Notice notice(
      String table, String release, long before, long now, String accepted) {
    String message = "%,d rows; release %s has %,d".formatted(now, release, before);
    return accepted == null
        ? Notice.of(
            RunNotice.MART_ROWS_LOST,
            table,
            message + "; nothing is published",
            "look for files and registries that were moved, renamed or refused; if it is meant, run again with --accept REASON")
        : Notice.of(
            RunNotice.MART_ROWS_LOSS_ACCEPTED,
            table,
            "%s; accepted: %s".formatted(message, accepted),
            "nothing to do");
  }
}
