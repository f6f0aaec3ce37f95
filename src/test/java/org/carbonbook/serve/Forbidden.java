package org.carbonbook.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The statements of {@code serve/forbidden.sql}, and what they must leave alone. */
public final class Forbidden {

  private Forbidden() {}

  /** The statements, on a lake, with a folder that they could write to. */
  public static List<String> statements(Path lake, Path folder) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/serve/forbidden.sql")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("--"))
        .map(line -> line.replace("{lake}", lake.toString()).replace("{dir}", folder.toString()))
        .map(line -> line.replace("\\n", "\n"))
        .toList();
  }

  /** What is to hold for one statement. */
  public interface Check {
    void of(String statement) throws Exception;
  }

  /** A test for each statement, named by its number and what of it can be printed anywhere. */
  public static Stream<DynamicTest> named(List<String> statements, Check check) {
    return IntStream.range(0, statements.size())
        .mapToObj(
            i -> {
              String text = statements.get(i).replaceAll("[^ -~]", "?");
              String name = "%d: %s".formatted(i, text.substring(0, Math.min(60, text.length())));
              return DynamicTest.dynamicTest(name, () -> check.of(statements.get(i)));
            });
  }

  /** The hash of every file below a folder. */
  public static SortedMap<String, String> hashes(Path folder)
      throws IOException, NoSuchAlgorithmException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    return hashes;
  }

  /** Everything below a folder. */
  public static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).toList();
    }
  }
}
