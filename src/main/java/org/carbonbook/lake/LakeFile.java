package org.carbonbook.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/**
 * A small file of the lake that is replaced atomically: a reader sees the old content or the new.
 */
public final class LakeFile {

  private final Lake lake;
  private final Path path;

  /**
   * @param place below the lake's folder, e.g. {@code ops/run-number}
   */
  public LakeFile(Lake lake, String place) {
    this.lake = lake;
    this.path = new Path(lake.root(), place);
  }

  /**
   * The names of the complete files of a folder, in alphabetical order.
   *
   * @param folder below the lake's folder; it need not exist
   * @param suffix how the names end; it is not part of the result
   */
  public static List<String> listNames(Lake lake, String folder, String suffix) {
    Path path = new Path(lake.root(), folder);
    try {
      if (!lake.files().exists(path)) {
        return List.of();
      }
      return Arrays.stream(lake.files().listStatus(path))
          .map(file -> file.getPath().getName())
          .filter(name -> name.endsWith(suffix) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The content, if the file is there. */
  public Optional<byte[]> read() {
    try (InputStream in = lake.files().open(path)) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes a file beside it and renames that over it. */
  public void replace(byte[] content) {
    Path partial = new Path(path.getParent(), "." + path.getName() + ".partial");
    try {
      lake.files().mkdirs(path.getParent());
      try (OutputStream out = lake.files().create(partial, true)) {
        out.write(content);
      }
      FileContext.getFileContext(lake.root().toUri(), lake.files().getConf())
          .rename(partial, path, Rename.OVERWRITE);
    } catch (IOException e) {
      throw failed(e);
    } catch (FSError e) {
      throw failed(new IOException(e.getCause() == null ? e : e.getCause()));
    }
  }

  /** Deletes the file if it is there. */
  public void delete() {
    try {
      lake.files().delete(path, false);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(path + ": " + e.getMessage(), e);
  }
}
