package org.carbonbook.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.step.Domain;
import org.carbonbook.step.InputKind;

/** The formats of {@code conf/formats}. It finds the format of a file. */
public final class FormatLibrary {

  /** The folder of the formats below {@code --conf}. */
  public static final String FOLDER = PathClaims.FOLDER;

  private final List<FileFormat> formats;
  private final List<PathClaim> claims;

  private FormatLibrary(List<FileFormat> formats) {
    this.formats = List.copyOf(formats);
    this.claims =
        formats.stream()
            .flatMap(
                format ->
                    format.paths().stream()
                        .flatMap(glob -> PathGlob.of(glob).stream())
                        .map(glob -> new PathClaim(glob, format)))
            .sorted(Comparator.comparingInt((PathClaim claim) -> claim.glob().weight()).reversed())
            .toList();
  }

  /**
   * Reads all formats of a configuration folder.
   *
   * @throws IllegalArgumentException that names the file and what is wrong in it
   */
  public static FormatLibrary read(Path conf) {
    Path folder = conf.resolve(FOLDER);
    Set<String> kinds =
        Domain.list().stream()
            .flatMap(domain -> domain.inputs().stream())
            .map(InputKind::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!Files.isDirectory(folder)) {
      return new FormatLibrary(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<FileFormat> formats = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        formats.add(readFormat(file, kinds));
      }
      return new FormatLibrary(formats);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private static FileFormat readFormat(Path file, Set<String> kinds) {
    FileFormat format = ConfYaml.read(file, FileFormat.class);
    try {
      StampPattern.of(format.time(), StandardCharsets.UTF_8);
      if (format.encoding() != null) {
        Charset.forName(format.encoding());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: %s".formatted(file, e.getMessage().lines().findFirst().orElse("not readable")), e);
    }
    if (!kinds.contains(format.kind())) {
      throw new IllegalArgumentException(
          "%s: kind %s is unknown; use one of %s"
              .formatted(file, format.kind(), String.join(", ", kinds)));
    }
    return format;
  }

  /** The format of a file by its path below the landing folder, if any format claims it. */
  public Optional<FileFormat> findFormat(String path) {
    return claims.stream().filter(claim -> claim.takes(path)).map(PathClaim::format).findFirst();
  }

  /**
   * A format by its name.
   *
   * @throws IllegalArgumentException that lists the formats there are
   */
  public FileFormat getFormat(String name) {
    return formats.stream()
        .filter(format -> format.format().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no format %s in conf/formats; there is %s"
                        .formatted(name, formats.stream().map(FileFormat::format).toList())));
  }

  /** All formats, by file name. */
  public List<FileFormat> listFormats() {
    return formats;
  }

  private record PathClaim(PathGlob glob, FileFormat format) {

    boolean takes(String path) {
      return glob.matches(path);
    }
  }
}
