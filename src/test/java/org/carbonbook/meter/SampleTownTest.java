package org.carbonbook.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.carbonbook.meter.sample.SampleTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meters of the sample data are what the command {@code sample --town} writes. */
class SampleTownTest {

  private static final Path SAMPLE = Path.of("sample-data/meters");
  private static final long MOST_BYTES = 3_000_000;

  @TempDir private Path folder;

  @Test
  void theSampleIsTheGeneratedTown() throws IOException {
    long readings = new SampleTown(Path.of("conf")).write(folder);

    assertThat(names(SAMPLE)).isEqualTo(names(folder));
    for (String name : names(folder)) {
      assertThat(text(SAMPLE.resolve(name)).equals(text(folder.resolve(name)))).as(name).isTrue();
    }
    assertThat(readings).isGreaterThan(300_000);
  }

  @Test
  void theSampleIsSmallAndStatedAsMadeUp() throws IOException {
    long bytes = 0;
    for (String name : names(SAMPLE)) {
      bytes += Files.size(SAMPLE.resolve(name));
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
    assertThat(text(SAMPLE.resolve("source.yaml"))).contains("made up", "origin: assumed");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
