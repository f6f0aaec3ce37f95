package org.carbonbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.ReadingHints;
import org.carbonbook.yearbook.read.YearbookReader;

/** The table files of a path, read without a lake. */
final class PreviewFiles {

  private final YearbookReader reader;
  private final ReadingHints hints;

  PreviewFiles(YearbookReader reader, ReadingHints hints) {
    this.reader = reader;
    this.hints = hints;
  }

  /**
   * The file itself, or the tables below a folder, by path.
   *
   * @throws IOException when there is none
   */
  static List<Path> list(Path path) throws IOException {
    if (Files.isRegularFile(path) && Files.isReadable(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new IOException(path + ": no such file or folder, or it may not be read");
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> tables =
          files
              .filter(Files::isRegularFile)
              .filter(
                  file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(xls|xlsx|csv)"))
              .sorted()
              .toList();
      if (tables.isEmpty()) {
        throw new IOException(path + ": the folder holds no .xls, .xlsx or .csv file");
      }
      return tables;
    }
  }

  /** How a file would be read. */
  FileReading read(Path file) throws IOException {
    long bytes = Files.size(file);
    return bytes > reader.maxFileBytes()
        ? reader.tooLarge(file.toString(), bytes)
        : reader.read(file.toString(), Files.readAllBytes(file), hints);
  }
}
