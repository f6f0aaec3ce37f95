package org.carbonbook.conf;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of the configuration, in UTF-8: lines that begin with {@code #} are comments, the
 * first other line is the header. Comments of the form {@code # key: value} above the header
 * describe the file (title, source, units, valid).
 *
 * @param file the file as messages name it
 * @param comments the comments above the header that have the form {@code # key: value}
 * @param columns the column names, in order
 * @param rows one row per line below the header, blank lines excluded
 */
public record ConfTable(
    String file, Map<String, String> comments, List<String> columns, List<ConfRow> rows) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

  public ConfTable {
    comments = Collections.unmodifiableMap(new LinkedHashMap<>(comments));
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file and fails at its first fault.
   *
   * @throws IllegalArgumentException with file, line and remedy of the first fault
   */
  public static ConfTable read(Path file) {
    return read(file, file.toString(), ConfTable::fail).orElseThrow();
  }

  /**
   * Reads as much of a file as possible and reports every fault.
   *
   * @param name the file as messages name it
   * @return nothing when the file cannot be read as a table at all
   */
  public static Optional<ConfTable> read(Path file, String name, Consumer<ConfFault> faults) {
    return ConfText.read(file, name, faults).flatMap(text -> parse(name, text, faults));
  }

  /** Reads a text as {@link #read(Path, String, Consumer)} reads a file. */
  public static Optional<ConfTable> parse(String name, String text, Consumer<ConfFault> faults) {
    String body = ConfText.withoutMark(text);
    List<Numbered> records = new ArrayList<>();
    long line = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(body), FORMAT)) {
      Iterator<CSVRecord> each = parser.iterator();
      while (each.hasNext()) {
        CSVRecord record = each.next();
        line = parser.getCurrentLineNumber();
        if (record.stream().anyMatch(cell -> !cell.isBlank())) {
          records.add(new Numbered(Math.toIntExact(line - breaksIn(record)), record));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      faults.accept(
          new ConfFault(
              ConfFault.Kind.BROKEN_QUOTES,
              name + ":" + (line + 1),
              String.valueOf(e.getMessage())));
    }
    return table(name, comments(body), records, faults);
  }

  /**
   * Returns this table if it has all of the given columns.
   *
   * @throws IllegalArgumentException that names the missing ones
   */
  public ConfTable requireColumns(String... required) {
    List<String> missing =
        java.util.Arrays.stream(required).filter(column -> !columns.contains(column)).toList();
    if (missing.isEmpty()) {
      return this;
    }
    throw new IllegalArgumentException(
        "%s: no column %s; the header is %s"
            .formatted(file, String.join(", ", missing), String.join(",", columns)));
  }

  private static Optional<ConfTable> table(
      String name,
      Map<String, String> comments,
      List<Numbered> records,
      Consumer<ConfFault> faults) {
    if (records.isEmpty()) {
      faults.accept(new ConfFault(ConfFault.Kind.NO_HEADER, name, "no header line"));
      return Optional.empty();
    }
    Numbered header = records.get(0);
    List<String> columns = header.record().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    List<String> twice = columns.stream().filter(column -> !seen.add(column)).toList();
    if (!twice.isEmpty()) {
      faults.accept(
          new ConfFault(
              ConfFault.Kind.DUPLICATE_COLUMN,
              name + ":" + header.line(),
              "column '%s' occurs twice".formatted(twice.get(0))));
      return Optional.empty();
    }
    List<ConfRow> rows = new ArrayList<>();
    for (Numbered each : records.subList(1, records.size())) {
      row(name, columns, each, faults).ifPresent(rows::add);
    }
    return Optional.of(new ConfTable(name, comments, columns, rows));
  }

  private static Optional<ConfRow> row(
      String name, List<String> columns, Numbered numbered, Consumer<ConfFault> faults) {
    CSVRecord record = numbered.record();
    if (record.size() != columns.size()) {
      faults.accept(
          new ConfFault(
              ConfFault.Kind.RAGGED_ROW,
              name + ":" + numbered.line(),
              "%d cells under %d columns".formatted(record.size(), columns.size())));
      return Optional.empty();
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), record.get(i).strip());
    }
    return Optional.of(new ConfRow(name, numbered.line(), cells));
  }

  /** Line breaks inside quoted cells, by which a record is longer than one line. */
  private static long breaksIn(CSVRecord record) {
    return record.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  private static Map<String, String> comments(String body) {
    Map<String, String> comments = new LinkedHashMap<>();
    body.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              comments.putIfAbsent(
                  line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            });
    return comments;
  }

  private static void fail(ConfFault fault) {
    throw fault.exception();
  }

  private record Numbered(int line, CSVRecord record) {}
}
