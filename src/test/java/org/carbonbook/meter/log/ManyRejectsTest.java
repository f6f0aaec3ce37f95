package org.carbonbook.meter.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.meter.registry.MeterLookup;
import org.carbonbook.meter.registry.MeterUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of ten million bad rows: exact counts, and no more samples than of a small one. */
class ManyRejectsTest {

  private static final int ROWS = 10_000_000;

  @Test
  void areCountedExactlyInBoundedMemory(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("readings.csv");
    byte[] bad = "M,2024-01-01,bad\n".getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write("meter_id,timestamp,value\n".getBytes(StandardCharsets.UTF_8));
      for (int row = 0; row < ROWS; row++) {
        out.write(bad);
      }
    }
    FileFormat format = FormatLibrary.read(Path.of("conf")).getFormat("readings");
    LogFile log =
        new LogFile("readings.csv", "", file.toString(), Files.size(file), 0, 1, 1, 0, format);
    SplitReport report = new SplitReport("readings.csv", 0);
    MeterLookup none =
        new MeterLookup(Map.of(), Map.of(), Map.of(), MeterUnits.read(Path.of("conf")));
    assertThat(
            new LogSplitReader(log, none, report, new Configuration()).read(0, Long.MAX_VALUE / 2))
        .isEmpty();
    assertThat(report.rows).isEqualTo(ROWS);
    assertThat(report.rejectedRows()).isEqualTo(ROWS);
    assertThat(report.samples).hasSize(SplitReport.SAMPLES);
  }
}
