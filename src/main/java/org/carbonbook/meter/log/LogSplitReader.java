package org.carbonbook.meter.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.carbonbook.meter.log.ReadingCollector.Field;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Reads one part of a log. A part begins with the first line that begins at or after its start, and
 * ends with the line that crosses its end, so that parts together read each line once. Whatever is
 * wrong with the file is in the report; it never stops the reading of other files.
 */
final class LogSplitReader {

  private static final int BUFFER = 1 << 18;

  private final LogFile file;
  private final MeterLookup meters;
  private final SplitReport report;
  private final Configuration hadoop;
  private ReadingCollector sink;

  /**
   * @param hadoop the Hadoop configuration of the Spark driver, to open the file
   */
  LogSplitReader(LogFile file, MeterLookup meters, SplitReport report, Configuration hadoop) {
    this.file = file;
    this.meters = meters;
    this.hadoop = hadoop;
    this.report = report;
  }

  /** The blocks of the part; what could not be read is in the report. */
  List<Row> read(long start, long length) {
    try {
      switch (file.format().container()) {
        case JSON_LINES -> new JsonLog(file.format(), report, texts()).readLines(open(0));
        case JSON -> new JsonLog(file.format(), report, texts()).read(open(0));
        default -> readDelimited(start, start + length);
      }
    } catch (EOFException | ZipException e) {
      report.failure = "cut short after line %d: %s".formatted(report.lines, e.getMessage());
    } catch (IOException e) {
      report.failure = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      return setApart(e);
    }
    return sink == null ? List.of() : sink.blocks(start);
  }

  /** Of a file that cannot be read to its end for a reason of its own, nothing counts. */
  List<Row> setApart(RuntimeException e) {
    report.failure =
        String.valueOf(e.getMessage() == null ? e : e.getMessage()).lines().findFirst().orElse("");
    report.reject(RejectReason.FILE_SET_APART, report.kept, List.of());
    report.kept = 0;
    return List.of();
  }

  private JsonLog.Sink texts() {
    sink = new ReadingCollector(file, StandardCharsets.UTF_8, file.format().time(), meters, report);
    return this::takeTexts;
  }

  private InputStream open(long start) throws IOException {
    Path path = new Path(file.location());
    FSDataInputStream raw = path.getFileSystem(hadoop).open(path);
    if (start > 0) {
      raw.seek(start);
      return raw;
    }
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3) {
      in.close();
      throw new IOException("it is a ZIP archive or an Excel workbook, not text");
    }
    boolean zipped = magic.length > 1 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    return zipped ? new GZIPInputStream(in, BUFFER) : in;
  }

  private InputStream open(long start, Charset charset) throws IOException {
    InputStream in = open(start);
    return file.format().isScannedAsIs(charset)
        ? in
        : new Utf8InputStream(new InputStreamReader(in, charset));
  }

  private byte[] head() throws IOException {
    try (InputStream in = open(0)) {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      byte[] some = new byte[8192];
      while (head.size() < LogLayout.LOOK) {
        int count = readOrEnd(in, some);
        if (count < 0) {
          break;
        }
        head.write(some, 0, count);
      }
      return head.toByteArray();
    }
  }

  /** A compressed file that ends early still has a head. */
  private static int readOrEnd(InputStream in, byte[] into) throws IOException {
    try {
      return in.read(into);
    } catch (EOFException | ZipException e) {
      return -1;
    }
  }

  private void readDelimited(long start, long end) throws IOException {
    LogLayout layout = LogLayout.of(file.format(), head());
    boolean asIs = file.format().isScannedAsIs(layout.charset());
    if (layout.header() == null || (start > 0 && !asIs)) {
      return;
    }
    if (layout.fault() != null) {
      report.headerFits = layout.header().faults().isEmpty();
      report.failure = layout.fault();
    }
    report.unused.addAll(layout.header().unused());
    Charset scanned = asIs ? layout.charset() : StandardCharsets.UTF_8;
    sink = new ReadingCollector(file, scanned, layout.time(), meters, report);
    LogRowReader rows = new LogRowReader(file.format(), layout, scanned, sink);
    long to = asIs ? end : Long.MAX_VALUE;
    try (InputStream in = open(start == 0 ? 0 : start - 1, layout.charset())) {
      LineScanner lines = new LineScanner(in, start == 0 ? 0 : start - 1, layout.lineEnd());
      if (start > 0) {
        lines.next();
      }
      while (lines.position() < to && lines.next()) {
        report.lines++;
        if (lines.to == lines.from
            || isBlank(lines)
            || (start == 0 && report.lines <= layout.headerLine())) {
          continue;
        }
        if (lines.broken != null) {
          sink.takeShort(lines.text, lines.from, lines.to);
        } else if (lines.terminated) {
          rows.line(lines.text, lines.from, lines.to);
        } else {
          rows.lastLine(lines.text, lines.from, lines.to);
        }
      }
      lines.requireWhole();
    }
  }

  private static boolean isBlank(LineScanner lines) {
    for (int i = lines.from; i < lines.to; i++) {
      if (lines.text[i] != ' ' && lines.text[i] != '\t' && lines.text[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Adds a row whose fields are texts already, in the order of {@link Field}. */
  void takeTexts(String line, String... texts) {
    if (sink == null) {
      texts();
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int[] fields = new int[2 * Field.COUNT];
    for (int i = 0; i < texts.length; i++) {
      fields[2 * i] = joined.size();
      joined.writeBytes(texts[i] == null ? new byte[0] : texts[i].getBytes(StandardCharsets.UTF_8));
      fields[2 * i + 1] = joined.size();
    }
    int from = joined.size();
    joined.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    if (texts[Field.VALUE] == null) {
      sink.takeShort(joined.toByteArray(), from, joined.size());
    } else {
      sink.take(joined.toByteArray(), fields, from, joined.size());
    }
  }

  /** The blocks of rows that were added as texts. */
  List<Row> blocks(long start) {
    return sink == null ? List.of() : sink.blocks(start);
  }
}
