package org.carbonbook.meter.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.carbonbook.intake.FileFormat;
import org.carbonbook.meter.log.ReadingCollector.Field;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Reads one part of a file of readings. A part begins after the first line end at or after its
 * start, and ends with the line that crosses its end, so that parts together read each line once.
 */
final class LogSplitReader {

  private static final int BUFFER = 1 << 18;

  private final LogFile file;
  private final SplitReport report;
  private final ReadingCollector sink;
  private final Configuration hadoop;

  /**
   * @param hadoop how to reach the file's file system; as the driver knows it
   */
  LogSplitReader(LogFile file, MeterLookup meters, SplitReport report, Configuration hadoop) {
    this.file = file;
    this.hadoop = hadoop;
    this.report = report;
    this.sink = new ReadingCollector(file, meters, report);
  }

  /** The blocks of the part; what could not be read is in the report. */
  List<Row> read(long start, long length) {
    try {
      if (file.format().container() == FileFormat.Container.JSON_LINES) {
        readJson();
      } else {
        readDelimited(start, start + length);
      }
    } catch (EOFException | ZipException e) {
      report.failure = "cut short after line %d: %s".formatted(report.lines, e.getMessage());
    } catch (IOException e) {
      report.failure = String.valueOf(e.getMessage());
    }
    return sink.blocks((file.sequence() << 40) | start);
  }

  private InputStream open(long start) throws IOException {
    Path path = new Path(file.location());
    FSDataInputStream raw = path.getFileSystem(hadoop).open(path);
    if (start > 0) {
      raw.seek(start);
    }
    InputStream in = file.isGzip() ? new GZIPInputStream(raw, BUFFER) : raw;
    return file.format().isScannedAsIs()
        ? in
        : new Utf8InputStream(new InputStreamReader(in, Charset.forName(file.format().encoding())));
  }

  private LogHeader readHeader() throws IOException {
    try (InputStream in = open(0)) {
      LineScanner lines = new LineScanner(in, 0);
      while (lines.next()) {
        if (lines.to > lines.from && lines.text[lines.from] != '#') {
          int bom = hasBom(lines) ? 3 : 0;
          return LogRowReader.header(file.format(), lines.text, lines.from + bom, lines.to);
        }
      }
      return null;
    }
  }

  private static boolean hasBom(LineScanner lines) {
    return lines.to - lines.from >= 3
        && lines.text[lines.from] == (byte) 0xEF
        && lines.text[lines.from + 1] == (byte) 0xBB
        && lines.text[lines.from + 2] == (byte) 0xBF;
  }

  private void readDelimited(long start, long end) throws IOException {
    LogHeader header = readHeader();
    if (header == null) {
      return;
    }
    report.headerFits = header.absent().isEmpty();
    if (!report.headerFits) {
      report.failure = "no column %s in the header".formatted(String.join(", ", header.absent()));
    }
    LogRowReader rows = new LogRowReader(file.format(), header, sink);
    try (InputStream in = open(start == 0 ? 0 : start - 1)) {
      LineScanner lines = new LineScanner(in, start == 0 ? 0 : start - 1);
      boolean headerSeen = start > 0;
      if (start > 0) {
        lines.next();
      }
      while (lines.position() < end && lines.next()) {
        report.lines++;
        if (lines.to == lines.from || isBlank(lines)) {
          continue;
        }
        if (!headerSeen) {
          headerSeen = lines.text[lines.from] != '#';
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

  private void readJson() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream in = open(0)) {
      LineScanner lines = new LineScanner(in, 0);
      while (lines.next()) {
        report.lines++;
        if (isBlank(lines)) {
          continue;
        }
        JsonNode node = parse(json, lines);
        if (node == null || !node.isObject()) {
          sink.takeShort(lines.text, lines.from, lines.to);
        } else {
          take(node);
        }
      }
      lines.requireWhole();
    }
  }

  private static JsonNode parse(ObjectMapper json, LineScanner lines) {
    try {
      return json.readTree(lines.text, lines.from, lines.to - lines.from);
    } catch (IOException e) {
      return null;
    }
  }

  private void take(JsonNode node) {
    takeTexts(
        node.toString(),
        text(node, "meter"),
        text(node, "time"),
        text(node, "value"),
        text(node, "quality"),
        text(node, "end"));
  }

  /** Takes a row whose fields are texts already. */
  void takeTexts(String line, String... texts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int[] fields = new int[2 * Field.COUNT];
    for (int i = 0; i < texts.length; i++) {
      fields[2 * i] = joined.size();
      joined.writeBytes(texts[i] == null ? new byte[0] : texts[i].getBytes(StandardCharsets.UTF_8));
      fields[2 * i + 1] = joined.size();
    }
    int from = joined.size();
    joined.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    sink.take(joined.toByteArray(), fields, from, joined.size());
  }

  /** The blocks of rows that were taken as texts. */
  List<Row> blocks(long order) {
    return sink.blocks((file.sequence() << 40) | order);
  }

  private String text(JsonNode node, String ours) {
    for (String printed : file.format().printed(ours)) {
      JsonNode value = node.at("/" + printed.replace('.', '/'));
      if (!value.isMissingNode() && !value.isNull()) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
      }
    }
    return "";
  }
}
