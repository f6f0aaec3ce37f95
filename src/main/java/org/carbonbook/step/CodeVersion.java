package org.carbonbook.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The version of code: the digest of the class files of packages, in a jar or a folder. */
public final class CodeVersion {

  private static final Map<String, String> BY_PACKAGE = new ConcurrentHashMap<>();
  private static final int SHORT = 12;

  private CodeVersion() {}

  /** The version of the packages that hold these classes, as twelve hexadecimal digits. */
  public static String of(List<Class<?>> classes) {
    Digest digest = new Digest();
    classes.stream()
        .map(Class::getPackageName)
        .distinct()
        .sorted()
        .forEach(
            name -> digest.add(name).add(BY_PACKAGE.computeIfAbsent(name, CodeVersion::ofPackage)));
    return digest.hex().substring(0, SHORT);
  }

  private static String ofPackage(String name) {
    String folder = name.replace('.', '/');
    try {
      URL place = CodeVersion.class.getClassLoader().getResource(folder);
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
    } catch (URISyntaxException e) {
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
