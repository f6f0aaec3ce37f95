package org.carbonbook.mart;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonbook.lake.CommitInfo;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeFile;
import org.carbonbook.lake.SmallTable;
import org.carbonbook.lake.WriteContext;

/**
 * The releases of a lake, kept in {@code ops.release}: one append per release, so that a release is
 * complete or absent. The newest one is what readers see.
 */
public final class Releases {

  /** The table's name. */
  public static final String TABLE = "ops.release";

  private static final int READS = 3;

  private final Lake lake;
  private final SmallTable table;
  private final ReleaseChain chain;

  public Releases(Lake lake) {
    this.lake = lake;
    this.table = lake.smallTable(TABLE);
    this.chain = new ReleaseChain(lake);
  }

  /**
   * All releases, the oldest first.
   *
   * @throws IllegalStateException when the ledger is not what was published
   */
  public List<Release> listReleases() {
    List<Release> releases = readLedger();
    List<String> wrong = chain.differences(releases);
    // Another run may have published between the two reads.
    for (int i = 1; i < READS && !wrong.isEmpty(); i++) {
      releases = readLedger();
      wrong = chain.differences(releases);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "%s is not what was published: %s. Restore ops/release and ops/release-chain from a backup"
              .formatted(TABLE, String.join("; ", wrong)));
    }
    return releases;
  }

  /**
   * The faults of the ledger and of the logs of tables that kept releases show, one sentence for
   * each.
   */
  public List<String> verify() {
    List<Release> releases = readLedger();
    List<String> wrong = new ArrayList<>(chain.differences(releases));
    long oldest = oldestKept();
    wrong.addAll(
        chain.changedCommits(
            releases.stream().filter(release -> release.number() >= oldest).toList()));
    return wrong;
  }

  private List<Release> readLedger() {
    return table.read().stream()
        .collect(Collectors.groupingBy(row -> (Long) row.get("number")))
        .values()
        .stream()
        .map(Releases::release)
        .sorted(Comparator.comparingLong(Release::number))
        .toList();
  }

  /** The releases that retention has kept, the oldest first. */
  public List<Release> listKept() {
    long oldest = oldestKept();
    return listReleases().stream().filter(release -> release.number() >= oldest).toList();
  }

  /** The number of the oldest release that retention has kept. */
  public long oldestKept() {
    return keptFrom()
        .read()
        .map(number -> Long.parseLong(new String(number, StandardCharsets.US_ASCII).trim()))
        .orElse(0L);
  }

  /** Writes down that older releases are readable no longer. */
  void keepFrom(long number) {
    if (number > oldestKept()) {
      keptFrom().replace(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private LakeFile keptFrom() {
    return new LakeFile(lake, "ops/kept-from");
  }

  /** The current release, if anything was published yet. */
  public Optional<Release> findCurrent() {
    List<Release> releases = listReleases();
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
  }

  /**
   * What readers see now.
   *
   * @throws IllegalStateException when nothing was published yet
   */
  public Release getCurrent() {
    return findCurrent()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nothing was published in %s yet: run a job first, e.g. carbonbook run nightly"
                        .formatted(lake.root())));
  }

  /**
   * A release by its id.
   *
   * @throws IllegalArgumentException that lists the releases there are
   */
  public Release getRelease(String id) {
    List<Release> releases = listKept();
    return releases.stream()
        .filter(release -> release.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no release %s that is kept; there is %s"
                        .formatted(
                            id,
                            releases.isEmpty()
                                ? "none yet: run a job first"
                                : releases.stream()
                                    .map(Release::id)
                                    .collect(Collectors.joining(", ")))));
  }

  /**
   * Publishes tables at their newest versions. Nothing happens when the newest publication (leaving
   * rollbacks aside) shows these rows already.
   *
   * @param tables what the job writes
   * @param others what other jobs write; they stay as the newest publication shows them
   */
  public Optional<Release> publish(List<String> tables, Set<String> others, WriteContext context) {
    List<Release> releases = listReleases();
    Optional<Release> newest =
        releases.stream().filter(r -> !r.isRollback()).reduce((older, newer) -> newer);
    SortedMap<String, Long> manifest = new TreeMap<>();
    newest.ifPresent(release -> manifest.putAll(release.tables()));
    manifest.keySet().retainAll(others);
    for (String name : tables) {
      lake.table(name).findVersion().ifPresent(version -> manifest.put(name, version));
    }
    if (newest.isPresent() && showsTheSame(newest.get().tables(), manifest)) {
      return Optional.empty();
    }
    return Optional.of(append(releases, manifest, null, context));
  }

  /** Whether two manifests show the same rows: compaction makes versions that change none. */
  private boolean showsTheSame(Map<String, Long> one, Map<String, Long> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream()
            .allMatch(table -> rowsOf(table, one.get(table)) == rowsOf(table, other.get(table)));
  }

  /** The version in which a step of ours wrote the rows that a version shows. */
  private long rowsOf(String table, long version) {
    return lake.table(table).findCommitUpTo(version).map(CommitInfo::version).orElse(version);
  }

  /** Shows the tables of an older release again, as a release of its own. */
  public Release rollback(String id, WriteContext context) {
    Release older = getRelease(id);
    return append(listReleases(), older.tables(), older.id(), context);
  }

  private Release append(
      List<Release> before,
      SortedMap<String, Long> manifest,
      String rollbackOf,
      WriteContext context) {
    long number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
    Release release =
        new Release(
            "R" + number,
            number,
            manifest,
            rollbackOf == null ? "publish" : "rollback",
            rollbackOf,
            context.run(),
            // The ledger keeps microseconds.
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    chain.announce(before, release);
    table.append(rows(release), context);
    chain.confirm();
    return release;
  }

  private static List<List<Object>> rows(Release release) {
    List<List<Object>> rows = new ArrayList<>();
    release
        .tables()
        .forEach(
            (table, version) ->
                rows.add(
                    Arrays.asList(
                        release.id(),
                        release.number(),
                        table,
                        version,
                        release.kind(),
                        release.rollbackOf(),
                        release.run(),
                        release.publishedAt())));
    return rows;
  }

  private static Release release(List<Map<String, Object>> rows) {
    SortedMap<String, Long> tables = new TreeMap<>();
    rows.forEach(row -> tables.put((String) row.get("table"), (Long) row.get("version")));
    Map<String, Object> any = rows.get(0);
    return new Release(
        (String) any.get("release"),
        (Long) any.get("number"),
        tables,
        (String) any.get("kind"),
        (String) any.get("rollback_of"),
        (String) any.get("run"),
        (Instant) any.get("published_at"));
  }
}
