package org.carbonbook.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The Delta log of one table, read file by file without Spark: enough to find which version is the
 * newest and which run and step made a commit, in milliseconds.
 */
class TableLog {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NAME_DIGITS = 20;

  private final FileSystem files;
  private final String name;
  private final Path table;
  private final Path folder;

  /**
   * @param name the table's name, for messages
   * @param table the table's folder
   */
  TableLog(FileSystem files, String name, Path table) {
    this.files = files;
    this.name = name;
    this.table = table;
    this.folder = new Path(table, "_delta_log");
  }

  /** The folder of the table. */
  String location() {
    return table.toString();
  }

  /**
   * Does something that reads the log. When that fails because a file of the log is broken, the
   * failure says which file and line, and what to do.
   *
   * @throws IllegalStateException when a file of the log is broken
   */
  <T> T reading(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      for (long version : listVersions()) {
        requireWhole(version, e);
      }
      throw e;
    }
  }

  /** The newest version, if the table was ever written. */
  OptionalLong findVersion() {
    List<Long> versions = listVersions();
    return versions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(versions.get(0));
  }

  /**
   * The newest commit that one of our steps made. Commits of maintenance (compaction, vacuum) carry
   * no such information and change no row, so they are skipped.
   */
  Optional<CommitInfo> findCommit() {
    return findCommitUpTo(Long.MAX_VALUE);
  }

  /** The newest commit of our steps that a version shows. */
  Optional<CommitInfo> findCommitUpTo(long version) {
    return listVersions().stream()
        .filter(each -> each <= version)
        .map(this::findCommit)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The oldest commit after a version that changed rows and was not made by a step: another program
   * wrote. Commits of maintenance change no row.
   */
  OptionalLong findForeignChange(long after) {
    return listVersions().stream()
        .filter(version -> version > after)
        .filter(version -> findCommit(version).isEmpty() && changesRows(version))
        .mapToLong(Long::longValue)
        .min();
  }

  /**
   * The SHA-256 of the file that a version was committed with.
   *
   * @return nothing when the log has it no longer
   */
  Optional<String> findDigest(long version) {
    try (InputStream in = files.open(file(version))) {
      return Optional.of(HexFormat.of().formatHex(Digest.sha256().digest(in.readAllBytes())));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file(version) + ": " + e.getMessage(), e);
    }
  }

  private boolean changesRows(long version) {
    return findAction(
            version,
            action ->
                action.path("add").path("dataChange").asBoolean()
                    || action.path("remove").path("dataChange").asBoolean())
        .isPresent();
  }

  /** The first action of a commit that fulfils a condition. */
  private Optional<JsonNode> findAction(long version, Predicate<JsonNode> which) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(files.open(file(version)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String where = "line %d of".formatted(number);
        String fault = line.isBlank() ? "is blank" : "is not a whole JSON object";
        JsonNode action = parse(line).orElseThrow(() -> broken(where, version, fault));
        if (which.test(action)) {
          return Optional.of(action);
        }
      }
      return Optional.empty();
    } catch (ChecksumException e) {
      throw broken("the log file", version, "does not match its checksum");
    } catch (IOException e) {
      throw new UncheckedIOException(file(version) + ": " + e.getMessage(), e);
    }
  }

  /** Reads every line of a commit. */
  private void requireWhole(long version, RuntimeException cause) {
    try {
      findAction(version, action -> false);
    } catch (IllegalStateException e) {
      e.initCause(cause);
      throw e;
    }
  }

  /** The action in a line; nothing when the line is not a JSON object. */
  private static Optional<JsonNode> parse(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private IllegalStateException broken(String where, long version, String fault) {
    return new IllegalStateException(
        """
        %s cannot be read: %s %s %s
        restore that file from a backup, or move the lake away and run again"""
            .formatted(name, where, file(version), fault));
  }

  private Path file(long version) {
    return new Path(folder, "%020d.json".formatted(version));
  }

  private List<Long> listVersions() {
    try {
      List<Long> versions = new ArrayList<>();
      long checkpoint = -1;
      for (FileStatus file : files.listStatus(folder)) {
        String entry = file.getPath().getName();
        if (entry.contains(".checkpoint.") && Character.isDigit(entry.charAt(0))) {
          checkpoint = Math.max(checkpoint, Long.parseLong(entry.substring(0, NAME_DIGITS)));
        }
        if (entry.endsWith(".json") && entry.length() == NAME_DIGITS + 5) {
          long version = Long.parseLong(entry.substring(0, NAME_DIGITS));
          if (file.getLen() == 0) {
            throw broken("the log file", version, "is empty");
          }
          versions.add(version);
        }
      }
      versions.sort(Collections.reverseOrder());
      return requireUnbroken(versions, checkpoint);
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks that the log still has a version.
   *
   * @throws IllegalStateException when it has not
   */
  void requireVersion(long version) {
    List<Long> versions = listVersions();
    if (versions.isEmpty() || versions.get(0) < version) {
      throw lost(version);
    }
  }

  private List<Long> requireUnbroken(List<Long> newestFirst, long checkpoint) {
    for (int i = 1; i < newestFirst.size(); i++) {
      if (newestFirst.get(i - 1) - newestFirst.get(i) != 1) {
        throw lost(newestFirst.get(i) + 1);
      }
    }
    long oldest = newestFirst.isEmpty() ? 0 : newestFirst.get(newestFirst.size() - 1);
    if (oldest > checkpoint + 1) {
      throw lost(oldest - 1);
    }
    return newestFirst;
  }

  private IllegalStateException lost(long version) {
    return new IllegalStateException(
        "%s lost version %d: restore that file from a backup, or move the lake away and run again"
            .formatted(folder, version));
  }

  private Optional<CommitInfo> findCommit(long version) {
    return findAction(version, action -> action.has("commitInfo"))
        .flatMap(action -> commitInfo(version, action.get("commitInfo")));
  }

  private static Optional<CommitInfo> commitInfo(long version, JsonNode info) {
    String text = info.path("userMetadata").asText("");
    if (!text.startsWith("{")) {
      String engine = info.path("engineInfo").asText("");
      text = engine.substring(Math.max(engine.indexOf('{'), 0));
    }
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    long rows = info.path("operationMetrics").path("numOutputRows").asLong(0);
    return parse(text)
        .map(
            ours ->
                new CommitInfo(
                    version,
                    ours.path("run").asText(),
                    ours.path("step").asText(),
                    ours.path("rows").asLong(rows)));
  }
}
