package org.carbonbook.meter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The hourly electricity of the Cambridge University estate, 2015 to 2023, as published. */
final class CambridgeLogs {

  private static final String ARCHIVE = "ucam_electricity_2015-2023.tar.xz";
  private static final String AREAS = "ucam_building_floor_roof_areas.csv";

  private CambridgeLogs() {}

  /** Unpacks the published files below a folder, unless they are there already. */
  static void unpack(Path published, Path folder) throws IOException, InterruptedException {
    if (Files.exists(folder.resolve(AREAS))) {
      return;
    }
    Files.createDirectories(folder);
    Process tar =
        new ProcessBuilder(
                List.of("tar", "xJf", published.resolve(ARCHIVE).toString(), "-C", folder + ""))
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new IOException("tar with xz is needed to unpack " + published.resolve(ARCHIVE));
    }
    Files.copy(published.resolve(AREAS), folder.resolve(AREAS));
  }

  /** Readings in all files. */
  static long rows(Path folder) throws IOException {
    long rows = 0;
    for (Path file : files(folder)) {
      try (Stream<String> lines = Files.lines(file)) {
        rows += lines.count() - 1;
      }
    }
    return rows;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*/electricity/\\d+\\.csv")).toList();
    }
  }
}
