package org.carbonbook.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;

/**
 * Which received files are logs: the globs under {@code paths} of each format of {@code
 * conf/formats}. Steps that read tables skip these files.
 */
public final class PathClaims implements Serializable {

  /** The folder of the formats below {@code --conf}. */
  public static final String FOLDER = "formats";

  private final List<PathGlob> globs;

  private PathClaims(List<PathGlob> globs) {
    this.globs = List.copyOf(globs);
  }

  /**
   * The claims of all formats of a configuration folder; a file that is not YAML claims nothing.
   */
  public static PathClaims read(Path conf) {
    Path folder = conf.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return new PathClaims(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<PathGlob> globs = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        paths(file).forEach(glob -> globs.addAll(PathGlob.of(glob.asText())));
      }
      return new PathClaims(globs);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  /** Of a format only its paths matter here; the reader of logs reports what is wrong in it. */
  private static JsonNode paths(Path file) {
    try {
      return ConfYaml.readTree(file).path("paths");
    } catch (IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }

  /** Whether a format claims the file at this path below the landing folder. */
  public boolean claims(String path) {
    return globs.stream().anyMatch(glob -> glob.matches(path));
  }
}
