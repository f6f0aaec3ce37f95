package org.carbonbook.meter.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.carbonbook.intake.ColumnNames;
import org.carbonbook.intake.FileFormat;

/**
 * Readings as JSON: one object a line, or one document whose objects hold readings at any depth. An
 * object without a field that rows need takes it from the objects around it, such as the meter of a
 * list of its readings.
 */
final class JsonLog {

  private static final int VALUE = LogHeader.FIELDS.indexOf(LogHeader.VALUE);
  private static final int TIME = LogHeader.FIELDS.indexOf(LogHeader.TIME);

  private final FileFormat format;
  private final SplitReport report;
  private final Sink sink;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> wanted = new HashMap<>();

  /** Takes the text of a row and its fields; a field that is absent is null. */
  interface Sink {
    void take(String line, String... texts);
  }

  JsonLog(FileFormat format, SplitReport report, Sink sink) {
    this.format = format;
    this.report = report;
    this.sink = sink;
    LogHeader.FIELDS.forEach(
        ours ->
            format
                .printed(ours)
                .forEach(printed -> wanted.putIfAbsent(ColumnNames.plain(printed), ours)));
  }

  /** Reads one object a line. */
  void readLines(InputStream stream) throws IOException {
    long before = report.rows;
    try (InputStream in = stream) {
      LineScanner lines = new LineScanner(in, 0, (byte) '\n');
      while (lines.next()) {
        report.lines++;
        if (lines.to == lines.from) {
          continue;
        }
        JsonNode node = parse(lines);
        if (node == null || !node.isObject()) {
          sink.take(
              new String(
                  lines.text,
                  lines.from,
                  lines.to - lines.from,
                  java.nio.charset.StandardCharsets.UTF_8),
              new String[LogHeader.FIELDS.size()]);
        } else {
          take(node);
        }
      }
      lines.requireWhole();
    }
    tellAbsent(before);
  }

  private JsonNode parse(LineScanner lines) {
    try {
      return json.readTree(lines.text, lines.from, lines.to - lines.from);
    } catch (IOException e) {
      return null;
    }
  }

  /** Reads one document. */
  void read(InputStream stream) throws IOException {
    long before = report.rows;
    try (InputStream in = stream) {
      visit(json.readTree(in), new String[LogHeader.FIELDS.size()]);
    }
    tellAbsent(before);
  }

  private boolean anyValue;

  private void tellAbsent(long before) {
    if (!anyValue && report.rows > before) {
      report.headerFits = false;
      report.failure =
          "no object has the fields %s and %s"
              .formatted(
                  String.join("|", format.printed(LogHeader.TIME)),
                  String.join("|", format.printed(LogHeader.VALUE)));
    }
  }

  /** Takes an object that has a value or a time; else looks into what it holds. */
  private void visit(JsonNode node, String[] around) {
    if (node == null) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> visit(child, around));
      return;
    }
    if (!node.isObject()) {
      return;
    }
    String[] texts = merged(texts(node), around);
    boolean inner = false;
    for (JsonNode child : node) {
      boolean holds = child.isArray() && child.size() > 0 && child.get(0).isContainerNode();
      if (holds || child.isObject()) {
        visit(child, texts);
        inner = true;
      }
    }
    if (!inner) {
      report.lines++;
      row(node, texts);
    }
  }

  private void take(JsonNode node) {
    row(node, texts(node));
  }

  private void row(JsonNode node, String[] texts) {
    anyValue |= texts[VALUE] != null && texts[TIME] != null;
    sink.take(node.toString(), texts);
  }

  private static String[] merged(String[] own, String[] around) {
    for (int i = 0; i < own.length; i++) {
      own[i] = own[i] == null ? around[i] : own[i];
    }
    return own;
  }

  private String[] texts(JsonNode node) {
    String[] texts = new String[LogHeader.FIELDS.size()];
    for (int i = 0; i < texts.length; i++) {
      for (String printed : format.printed(LogHeader.FIELDS.get(i))) {
        JsonNode value = node.at("/" + printed.replace('.', '/'));
        if (texts[i] == null && !value.isMissingNode() && !value.isContainerNode()) {
          texts[i] = text(value);
        }
      }
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      String ours = wanted.get(ColumnNames.plain(name));
      int place = LogHeader.FIELDS.indexOf(ours);
      if (place >= 0 && texts[place] == null && !node.get(name).isContainerNode()) {
        texts[place] = text(node.get(name));
      }
    }
    return texts;
  }

  private static String text(JsonNode value) {
    return value.isNull()
        ? ""
        : value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }
}
