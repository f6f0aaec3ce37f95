package org.carbonbook.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.Lake;

/**
 * The content of every file ever received, by its SHA-256, below {@code raw/files} of the lake.
 * Content is written to a temporary file and renamed, so that a file under its hash is always
 * complete.
 */
public final class Archive {

  private final FileSystem files;
  private final Path folder;

  public Archive(Lake lake) {
    this.files = lake.files();
    this.folder = new Path(lake.root(), "raw/files");
  }

  /** Where content with this hash is kept, below the archive's folder. */
  public static Path location(Path folder, String sourceHash) {
    return new Path(new Path(folder, sourceHash.substring(0, 2)), sourceHash);
  }

  /** The folder that holds all content. */
  public Path folder() {
    return folder;
  }

  /**
   * Keeps the content of a file and returns its hash. Content that is there already is not written
   * again.
   */
  String store(FileSystem from, Path file) throws IOException {
    Path partial = new Path(folder, ".partial-" + UUID.randomUUID());
    String hash = copy(from, file, partial);
    Path place = location(folder, hash);
    if (files.exists(place)) {
      files.delete(partial, false);
    } else {
      files.mkdirs(place.getParent());
      if (!files.rename(partial, place) && !files.exists(place)) {
        throw new IOException("cannot rename %s to %s".formatted(partial, place));
      }
    }
    return hash;
  }

  private String copy(FileSystem from, Path file, Path to) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    try (InputStream in = new DigestInputStream(from.open(file), sha256);
        OutputStream out = files.create(to, true)) {
      in.transferTo(out);
    } catch (IOException e) {
      files.delete(to, false);
      throw e;
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
