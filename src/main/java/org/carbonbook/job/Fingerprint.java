package org.carbonbook.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.carbonbook.step.Digest;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;

/**
 * Everything a step's result follows from, part by part, so that a difference can be named: the
 * version of each table it reads, its configuration, its code, and state outside the lake.
 *
 * @param parts the parts by name, e.g. {@code table core.observation} to {@code version 3}
 */
record Fingerprint(SortedMap<String, String> parts) {

  private static final Map<String, String> CODE = new ConcurrentHashMap<>();
  private static final int SHORT = 12;

  /** The fingerprint of a step as things are now. */
  static Fingerprint now(Step step, StepContext context) {
    SortedMap<String, String> parts = new TreeMap<>();
    for (String table : step.reads()) {
      parts.put(
          "table " + table,
          context
              .lake()
              .table(table)
              .findCommit()
              .map(c -> "version " + c.version())
              .orElse("none"));
    }
    if (!step.configuration().isEmpty()) {
      parts.put(
          "configuration " + String.join(" ", step.configuration()),
          shorten(context.configuration().digest(step.configuration())));
    }
    String outside = step.outsideState(context);
    if (!outside.isEmpty()) {
      parts.put("landing folder", shorten(outside));
    }
    parts.put("code", codeVersion(step));
    return new Fingerprint(parts);
  }

  /** The digest of the class files of the packages that hold a step's code. */
  static String codeVersion(Step step) {
    Digest digest = new Digest();
    Stream.concat(step.code().stream(), Stream.of(step.getClass(), Step.class))
        .map(type -> type.getPackageName())
        .distinct()
        .sorted()
        .forEach(name -> digest.add(name).add(CODE.computeIfAbsent(name, Fingerprint::ofPackage)));
    return shorten(digest.hex());
  }

  /** What differs between an older fingerprint and this one, a line each; empty when nothing. */
  List<String> differencesFrom(Fingerprint older) {
    SortedMap<String, String> names = new TreeMap<>(parts);
    older.parts.forEach(names::putIfAbsent);
    return names.keySet().stream()
        .filter(name -> !String.valueOf(parts.get(name)).equals(older.parts.get(name)))
        .map(
            name ->
                "%s: %s, was %s"
                    .formatted(
                        name,
                        parts.getOrDefault(name, "gone"),
                        older.parts.getOrDefault(name, "not there")))
        .toList();
  }

  private static String shorten(String hex) {
    return hex.substring(0, SHORT);
  }

  private static String ofPackage(String name) {
    String folder = name.replace('.', '/');
    try {
      URL place = Fingerprint.class.getClassLoader().getResource(folder);
      if (place == null) {
        return "";
      }
      URI uri = place.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          return ofFolder(jar.getPath(folder));
        }
      }
      return ofFolder(Path.of(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(folder, e);
    }
  }

  private static String ofFolder(Path folder) throws IOException {
    Digest digest = new Digest();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        digest.add(file.getFileName().toString()).add(Files.readAllBytes(file));
      }
    }
    return digest.hex();
  }
}
