package org.carbonbook.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The Delta log of one table, read file by file without Spark: enough to tell which version is the
 * newest and which run and step made a commit, in milliseconds.
 */
final class TableLog {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NAME_DIGITS = 20;

  private final FileSystem files;
  private final Path folder;

  TableLog(FileSystem files, Path table) {
    this.files = files;
    this.folder = new Path(table, "_delta_log");
  }

  /** The newest version, if the table was ever written. */
  OptionalLong findVersion() {
    List<Long> versions = listVersions();
    return versions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(versions.get(0));
  }

  /**
   * The newest commit that one of our steps made. Commits of maintenance (compaction, vacuum) carry
   * no such information and change no row, so they are passed over.
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
   * The oldest commit after a version that changed rows and was not made by a step: somebody else
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
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return Optional.of(HexFormat.of().formatHex(digest));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file(version) + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private boolean changesRows(long version) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(files.open(file(version)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode action = JSON.readTree(line);
        if (action.path("add").path("dataChange").asBoolean()
            || action.path("remove").path("dataChange").asBoolean()) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(file(version) + ": " + e.getMessage(), e);
    }
  }

  private Path file(long version) {
    return new Path(folder, "%020d.json".formatted(version));
  }

  private List<Long> listVersions() {
    try {
      List<Long> versions = new ArrayList<>();
      long checkpoint = -1;
      for (FileStatus file : files.listStatus(folder)) {
        String name = file.getPath().getName();
        if (name.contains(".checkpoint.") && Character.isDigit(name.charAt(0))) {
          checkpoint = Math.max(checkpoint, Long.parseLong(name.substring(0, NAME_DIGITS)));
        }
        if (name.endsWith(".json") && name.length() == NAME_DIGITS + 5) {
          versions.add(Long.parseLong(name.substring(0, NAME_DIGITS)));
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
    Path file = file(version);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode info = JSON.readTree(line).path("commitInfo");
        if (!info.isMissingNode()) {
          return parse(version, info);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Optional<CommitInfo> parse(long version, JsonNode info) throws IOException {
    String text = info.path("userMetadata").asText("");
    if (!text.startsWith("{")) {
      String engine = info.path("engineInfo").asText("");
      text = engine.substring(Math.max(engine.indexOf('{'), 0));
    }
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    JsonNode ours = JSON.readTree(text);
    long rows =
        ours.path("rows").asLong(info.path("operationMetrics").path("numOutputRows").asLong(0));
    return Optional.of(
        new CommitInfo(version, ours.path("run").asText(), ours.path("step").asText(), rows));
  }
}
