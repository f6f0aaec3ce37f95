package org.carbonbook.meter.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.StampGuess;
import org.carbonbook.intake.TextEncoding;

/**
 * What a log itself tells where its format states nothing: character set, delimiter, line ends, the
 * line of its header and the pattern of its stamps.
 *
 * @param charset the character set of the file
 * @param delimiter the character between columns
 * @param lineEnd the last byte of a line
 * @param headerLine the number of the header's line, from 1; 0 when there is none
 * @param header the columns; null when there is none
 * @param time how stamps are read
 * @param fault why no row can be read; null when rows can be read
 */
record LogLayout(
    Charset charset,
    byte delimiter,
    byte lineEnd,
    int headerLine,
    LogHeader header,
    FileFormat.TimeSpec time,
    String fault) {

  /** So many bytes of a file are looked at. */
  static final int LOOK = 1 << 16;

  /** A header is looked for in so many lines. */
  private static final int HEADER_LINES = 60;

  private static final int SAMPLES = 300;
  private static final byte[] DELIMITERS = {',', ';', '\t', '|'};

  /** The character set of a file by its first bytes. */
  static Charset charset(FileFormat format, byte[] head) {
    return format.encoding() == null
        ? TextEncoding.find(head, head.length)
        : Charset.forName(format.encoding());
  }

  /**
   * The layout of a delimited file.
   *
   * @param head the first bytes of the file
   */
  static LogLayout of(FileFormat format, byte[] head) {
    Charset charset = charset(format, head);
    String text = new String(head, charset).replace("\uFEFF", "");
    boolean carriageReturns = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0;
    List<String> lines = text.lines().toList();
    byte[] delimiters =
        format.delimiter() == null
            ? delimiters(lines)
            : new byte[] {(byte) format.delimiterOrComma()};
    Place place = find(format, lines, delimiters);
    byte lineEnd = (byte) (carriageReturns ? '\r' : '\n');
    if (place == null) {
      return new LogLayout(charset, delimiters[0], lineEnd, 0, null, format.time(), null);
    }
    LogHeader header = place.header();
    if (!header.faults().isEmpty()) {
      String fault = String.join("; ", header.faults());
      return new LogLayout(
          charset, place.delimiter(), lineEnd, place.line(), header, format.time(), fault);
    }
    StampGuess.Detected stamps = StampGuess.find(format.time(), stamps(lines, place));
    String fault =
        stamps.other().isEmpty()
            ? null
            : "its stamps can be read as %s and as %s, which are different times: state time.pattern in the format"
                .formatted(stamps.pattern().orElse(""), stamps.other().get());
    return new LogLayout(
        charset,
        place.delimiter(),
        lineEnd,
        place.line(),
        header,
        format.time().with(stamps.pattern().orElse(FileFormat.TimeSpec.USUAL)),
        fault);
  }

  /** A header with its line and delimiter. */
  private record Place(int line, byte delimiter, LogHeader header) {}

  /** A line {@code sep=;} states the delimiter; else any usual one may be it. */
  private static byte[] delimiters(List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.get(0);
    return first.startsWith("sep=") && first.length() == 5
        ? new byte[] {(byte) first.charAt(4)}
        : DELIMITERS;
  }

  /** The first line that has the needed columns; else the first line that could be a header. */
  private static Place find(FileFormat format, List<String> lines, byte[] delimiters) {
    Place first = null;
    for (int i = 0; i < Math.min(lines.size(), HEADER_LINES); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#") || line.startsWith("sep=")) {
        continue;
      }
      for (byte delimiter : delimiters) {
        List<String> cells = cells(line, delimiter);
        LogHeader header = new LogHeader(format, cells);
        if (header.faults().isEmpty()) {
          return new Place(i + 1, delimiter, header);
        }
        boolean better =
            first == null || (first.line() == i + 1 && cells.size() > first.header().size());
        first = better ? new Place(i + 1, delimiter, header) : first;
      }
    }
    return first;
  }

  private static List<String> stamps(List<String> lines, Place place) {
    List<String> stamps = new ArrayList<>();
    int time = place.header().place(LogHeader.TIME);
    int clock = place.header().place(LogHeader.CLOCK);
    // The last line may be cut.
    for (int i = place.line(); i < lines.size() - (lines.size() > place.line() + 1 ? 1 : 0); i++) {
      List<String> cells = cells(lines.get(i), place.delimiter());
      if (cells.size() <= Math.max(time, clock) || stamps.size() >= SAMPLES) {
        continue;
      }
      String stamp = cells.get(time) + (clock < 0 ? "" : " " + cells.get(clock));
      if (stamp.chars().anyMatch(Character::isDigit)) {
        stamps.add(stamp);
      }
    }
    return stamps;
  }

  /** The cells of a line without quotes. */
  static List<String> cells(String line, byte delimiter) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    FieldScanner scanner = new FieldScanner(delimiter);
    int count = scanner.scan(text, 0, text.length, Integer.MAX_VALUE);
    return LogHeader.clean(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new String(
                        text,
                        scanner.bounds[2 * i],
                        scanner.bounds[2 * i + 1] - scanner.bounds[2 * i],
                        StandardCharsets.UTF_8)));
  }
}
