package org.carbonbook.meter.log;

import com.sun.management.ThreadMXBean;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.meter.bench.BenchmarkLogs;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterLookup;
import org.carbonbook.meter.registry.MeterUnits;

/**
 * Compares the byte parser of logs with univocity's CSV parser, on one thread. Both end in the same
 * packed blocks. The logs are generated in the folder unless they are there.
 *
 * <pre>{@code java … org.carbonbook.meter.log.LogParserBenchmark FOLDER METERS}</pre>
 */
final class LogParserBenchmark {

  private static final int ROUNDS = 3;
  private static final FileFormat FORMAT =
      FormatLibrary.read(Path.of("conf")).getFormat("readings");

  private LogParserBenchmark() {}

  /** One way to read a file. */
  private interface Parser {
    long rows(LogFile file, MeterLookup meters) throws IOException;
  }

  /** Prints seconds and allocated bytes of each parser, the fastest of some rounds. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    new BenchmarkLogs(count).write(folder);
    List<LogFile> files = files(folder);
    MeterLookup meters = meters(count);
    measure("bytes to blocks", files, meters, LogParserBenchmark::byBytes);
    measure("univocity to blocks", files, meters, LogParserBenchmark::byUnivocity);
    measure("univocity, fields only", files, meters, LogParserBenchmark::fieldsOnly);
  }

  private static List<LogFile> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith("readings"))
          .sorted()
          .map(LogParserBenchmark::file)
          .toList();
    }
  }

  private static LogFile file(Path path) {
    long now = System.currentTimeMillis() / 1000;
    return new LogFile(
        path.getFileName().toString(),
        "",
        path.toString(),
        path.toFile().length(),
        0,
        1,
        1,
        now,
        FORMAT);
  }

  private static MeterLookup meters(int count) {
    Map<String, Meter> meters = new java.util.HashMap<>();
    for (int number = 0; number < count; number++) {
      String id = "M%05d".formatted(number);
      meters.put(
          id,
          new Meter(
              id,
              "electricity",
              "kWh",
              Meter.Reading.INTERVAL,
              0,
              0,
              java.time.ZoneOffset.UTC,
              Meter.Stamp.START,
              3600,
              5400,
              List.of(new Meter.Version(0, Long.MAX_VALUE, 1, "B", null, 1, "kWh", null, 3600)),
              List.of()));
    }
    return new MeterLookup(meters, Map.of(), Map.of(), MeterUnits.read(Path.of("conf")));
  }

  private static void measure(String name, List<LogFile> files, MeterLookup meters, Parser parser)
      throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    long rows = 0;
    long allocated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      rows = 0;
      for (LogFile file : files) {
        rows += parser.rows(file, meters);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    Map<String, Object> result =
        Map.of("parser", name, "rows", rows, "seconds", best, "bytes a row", allocated / rows);
    new PrintWriter(System.err, true, StandardCharsets.UTF_8)
        .println(new java.util.TreeMap<>(result));
  }

  private static long byBytes(LogFile file, MeterLookup meters) {
    SplitReport report = new SplitReport(file.path(), 0);
    new LogSplitReader(file, meters, report, new Configuration()).read(0, Long.MAX_VALUE / 2);
    return report.rows;
  }

  private static long byUnivocity(LogFile file, MeterLookup meters) throws IOException {
    SplitReport report = new SplitReport(file.path(), 0);
    LogSplitReader reader = new LogSplitReader(file, meters, report, new Configuration());
    CsvParser parser = parser(file);
    for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
      report.lines++;
      reader.takeTexts("", row[0], row[1], row[2], row[3], "", "");
    }
    reader.blocks(0);
    return report.rows;
  }

  private static long fieldsOnly(LogFile file, MeterLookup meters) throws IOException {
    CsvParser parser = parser(file);
    long rows = 0;
    while (parser.parseNext() != null) {
      rows++;
    }
    return rows;
  }

  private static CsvParser parser(LogFile file) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(Path.of(file.location()).toFile(), StandardCharsets.UTF_8);
    return parser;
  }
}
