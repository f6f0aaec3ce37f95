package org.carbonbook.mart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeFile;

/**
 * A record of all releases beside the ledger: one line per release, with a digest of the release,
 * of the commits of its tables and of the previous line. It shows when the ledger lost, gained or
 * changed a release, and keeps a published number from being used again.
 *
 * <p>A release is announced here, then entered in the ledger, then confirmed here. After a crash
 * between these steps, either the release exists or its number is free.
 */
final class ReleaseChain {

  private static final String START = "0".repeat(64);
  private static final String ANNOUNCED = "announced";
  private static final String PUBLISHED = "published";

  private final Lake lake;
  private final LakeFile file;

  /** One line of the file. */
  record Link(long number, String digest, String commits, String state) {

    boolean isPublished() {
      return PUBLISHED.equals(state);
    }

    private String line() {
      return "%d %s %s %s".formatted(number, digest, commits, state);
    }

    private static Link parse(String line) {
      String[] parts = line.split(" ");
      if (parts.length != 4) {
        throw new IllegalStateException(
            "ops/release-chain is damaged: restore it from a backup; its line is " + line);
      }
      return new Link(Long.parseLong(parts[0]), parts[1], parts[2], parts[3]);
    }
  }

  ReleaseChain(Lake lake) {
    this.lake = lake;
    this.file = new LakeFile(lake, "ops/release-chain");
  }

  /** All links, the oldest first; none on a lake that was published to before there was a chain. */
  List<Link> read() {
    return file.read()
        .map(
            content ->
                new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Link::parse)
                    .toList())
        .orElse(List.of());
  }

  /** Says that a release is going to be entered in the ledger. */
  void announce(List<Release> before, Release release) {
    List<Link> links = new ArrayList<>(read());
    if (links.isEmpty()) {
      before.forEach(older -> links.add(link(links, older, PUBLISHED)));
    }
    links.removeIf(link -> link.number() >= release.number());
    links.add(link(links, release, ANNOUNCED));
    write(links);
  }

  /** Says that the release announced last is in the ledger. */
  void confirm() {
    List<Link> links = new ArrayList<>(read());
    Link last = links.remove(links.size() - 1);
    links.add(new Link(last.number(), last.digest(), last.commits(), PUBLISHED));
    write(links);
  }

  /** What does not fit, a sentence each; nothing when the ledger is what was published. */
  List<String> differences(List<Release> ledger) {
    List<Link> links = read();
    if (links.isEmpty()) {
      return List.of();
    }
    Map<Long, Release> byNumber =
        ledger.stream()
            .collect(Collectors.toMap(Release::number, r -> r, (a, b) -> a, TreeMap::new));
    List<String> differences = new ArrayList<>();
    String before = START;
    for (Link link : links) {
      Release release = byNumber.remove(link.number());
      if (release == null) {
        if (link.isPublished()) {
          differences.add("R%d was published and is gone".formatted(link.number()));
        }
      } else if (!link.digest().equals(digest(before, release, link.commits()))) {
        differences.add("R%d is not as it was published".formatted(link.number()));
      }
      before = link.digest();
    }
    byNumber.keySet().forEach(n -> differences.add("R%d was never published".formatted(n)));
    return differences;
  }

  /** What is wrong with the commits that the releases show, a sentence each. */
  List<String> changedCommits(List<Release> releases) {
    Map<Long, Link> links =
        read().stream().collect(Collectors.toMap(Link::number, link -> link, (a, b) -> b));
    return releases.stream()
        .filter(release -> links.containsKey(release.number()))
        .filter(release -> !links.get(release.number()).commits().equals(commits(release)))
        .map(release -> "the log of a table that %s shows was changed".formatted(release.id()))
        .toList();
  }

  private Link link(List<Link> before, Release release, String state) {
    String last = before.isEmpty() ? START : before.get(before.size() - 1).digest();
    String commits = commits(release);
    return new Link(release.number(), digest(last, release, commits), commits, state);
  }

  private String commits(Release release) {
    StringBuilder text = new StringBuilder();
    release
        .tables()
        .forEach(
            (table, version) ->
                text.append(table)
                    .append(' ')
                    .append(lake.table(table).findDigest(version).orElse("gone"))
                    .append('\n'));
    return sha256(text.toString());
  }

  private static String digest(String before, Release release, String commits) {
    return sha256(
        String.join(
            "\n",
            before,
            release.id(),
            release.number() + "",
            release.tables().toString(),
            release.kind(),
            release.rollbackOf() + "",
            release.run(),
            release.publishedAt().toString(),
            commits));
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void write(List<Link> links) {
    file.replace(
        links.stream()
            .map(Link::line)
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.UTF_8));
  }
}
