package org.carbonbook.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What tells an export from everything else that may lie where one is to be replaced: a folder has
 * a file that lists its files, a workbook names its creator, a DuckDB file has our dictionary.
 */
final class ExportMark {

  /** The creator that a workbook names. */
  static final String CREATOR = "carbonbook export";

  /** The file in a folder. */
  static final String FILE = ".carbonbook-export";

  private static final byte[] DUCK = "DUCK".getBytes(StandardCharsets.US_ASCII);
  private static final int DUCK_AT = 8;
  private static final int MOST_BYTES = 1 << 16;

  private ExportMark() {}

  /** Marks a folder with all that is in it now. */
  static void put(Path folder, String release) throws IOException {
    List<String> lines = new ArrayList<>(List.of(CREATOR + " " + release));
    lines.addAll(files(folder));
    Files.write(folder.resolve(FILE), lines, StandardCharsets.UTF_8);
  }

  /**
   * Checks that nothing but an export would be lost.
   *
   * @throws IllegalStateException when something else is there
   */
  static void require(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isSymbolicLink(target)) {
      throw notReplaced(target, "is a link");
    }
    if (!Files.isDirectory(target)) {
      if (!isExportFile(target)) {
        throw notReplaced(target, "is not an export of carbonbook");
      }
      return;
    }
    List<String> there = files(target);
    if (there.isEmpty() && !Files.exists(target.resolve(FILE))) {
      return;
    }
    if (!Files.isRegularFile(target.resolve(FILE))) {
      throw notReplaced(target, "is not an export of carbonbook");
    }
    List<String> ours = Files.readAllLines(target.resolve(FILE), StandardCharsets.UTF_8);
    Optional<String> other = there.stream().filter(file -> !ours.contains(file)).findFirst();
    if (other.isPresent()) {
      throw notReplaced(target, "also holds " + other.get() + ", which is not of the export");
    }
  }

  private static IllegalStateException notReplaced(Path target, String why) {
    return new IllegalStateException(
        "%s %s, and --replace replaces an export only: move it away or give another target"
            .formatted(target, why));
  }

  /** Everything in a folder but folders, by its path there. */
  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> folder.relativize(path).toString())
          .filter(name -> !name.equals(FILE) && !PartialTarget.isOwn(name))
          .sorted()
          .toList();
    }
  }

  private static boolean isExportFile(Path file) throws IOException {
    byte[] first;
    try (InputStream in = Files.newInputStream(file)) {
      first = in.readNBytes(DUCK_AT + DUCK.length);
    }
    if (first.length == DUCK_AT + DUCK.length
        && java.util.Arrays.equals(first, DUCK_AT, first.length, DUCK, 0, DUCK.length)) {
      return hasDictionary(file);
    }
    return first.length > 1 && first[0] == 'P' && first[1] == 'K' && namesCreator(file);
  }

  private static boolean namesCreator(Path workbook) {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      ZipEntry properties = zip.getEntry("docProps/core.xml");
      if (properties == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(properties)) {
        return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
            .contains(">" + CREATOR + "<");
      }
    } catch (IOException e) {
      // It only begins like a workbook.
      return false;
    }
  }

  private static boolean hasDictionary(Path database) {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database, readOnly);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'mart' AND"
                    + " table_name = 'dictionary' AND column_name IN ('release', 'mart', 'column')")) {
      return found.next() && found.getInt(1) == 3;
    } catch (SQLException e) {
      return false;
    }
  }
}
