package org.carbonbook.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.lake.Digest;

/** The folder of {@code --conf}: layouts, crosswalks, factors, marts and other data of ours. */
public record Configuration(Path folder) {

  /**
   * @throws IllegalArgumentException when the folder is not there
   */
  public Configuration {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "no configuration folder %s: give --conf DIR".formatted(folder));
    }
  }

  /** A file or folder below the configuration folder. */
  public Path resolve(String name) {
    return folder.resolve(name);
  }

  /** The digest of the content of files and folders, whatever their times. */
  public String digest(List<String> names) {
    Digest digest = new Digest();
    for (String name : names) {
      listFiles(resolve(name)).forEach(file -> add(digest, file));
    }
    return digest.hex();
  }

  private void add(Digest digest, Path file) {
    try {
      digest.add(folder.relativize(file).toString()).add(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> listFiles(Path place) {
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(place + ": " + e.getMessage(), e);
    }
  }
}
