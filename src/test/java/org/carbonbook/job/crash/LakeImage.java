package org.carbonbook.job.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.carbonbook.lake.Digest;

/**
 * What the tables of a lake hold, read from Delta's log files and the data files they name, with no
 * code of the program: of each table the digests of the bytes of its data files.
 */
final class LakeImage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path lake;

  LakeImage(Path lake) {
    this.lake = lake;
  }

  /** The data files of each table of a layer, at its newest version. */
  SortedMap<String, List<String>> bytes(String layer) {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (Path table : list(lake.resolve(layer))) {
      if (Files.isDirectory(table.resolve("_delta_log"))) {
        tables.put(layer + "." + table.getFileName(), bytes(table, Long.MAX_VALUE));
      }
    }
    return tables;
  }

  /** How many rows each table of a layer has, at its newest version. */
  SortedMap<String, Long> rows(String layer) {
    SortedMap<String, Long> tables = new TreeMap<>();
    for (Path table : list(lake.resolve(layer))) {
      if (Files.isDirectory(table.resolve("_delta_log"))) {
        long rows = files(table, Long.MAX_VALUE).stream().mapToLong(LakeImage::rows).sum();
        tables.put(layer + "." + table.getFileName(), rows);
      }
    }
    return tables;
  }

  private static long rows(Path file) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getRecordCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data files of tables as a release shows them; the release is read from its own files. */
  List<String> bytes(String table, long version) {
    return bytes(lake.resolve(table.replace('.', '/')), version);
  }

  private static List<String> bytes(Path table, long version) {
    return files(table, version).stream()
        .map(file -> new Digest().add(read(file)).hex())
        .sorted()
        .toList();
  }

  private static List<Path> files(Path table, long version) {
    Set<String> files = new HashSet<>();
    for (Path log : list(table.resolve("_delta_log"))) {
      String name = log.getFileName().toString();
      if (name.matches("\\d{20}\\.json") && Long.parseLong(name.substring(0, 20)) <= version) {
        replay(log, files);
      }
    }
    return files.stream().map(file -> table.resolve(decode(file))).toList();
  }

  private static void replay(Path log, Set<String> files) {
    List<String> added = new ArrayList<>();
    for (String line : new String(read(log), StandardCharsets.UTF_8).lines().toList()) {
      JsonNode action = json(line);
      if (action.has("remove")) {
        files.remove(action.path("remove").path("path").asText());
      } else if (action.has("add")) {
        added.add(action.path("add").path("path").asText());
      }
    }
    files.addAll(added);
  }

  private static String decode(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
