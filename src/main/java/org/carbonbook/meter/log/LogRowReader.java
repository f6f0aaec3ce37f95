package org.carbonbook.meter.log;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.meter.log.ReadingCollector.Field;

/** Turns lines of a delimited file into readings: one per line, or one per value column. */
final class LogRowReader {

  private final FileFormat format;
  private final LogHeader header;
  private final FieldScanner scanner;
  private final ReadingCollector sink;
  private final int[] fields = new int[2 * Field.COUNT];
  private final int[] places = new int[Field.COUNT];
  private final int width;
  private final int fewest;
  private final byte[][] wideMeters;
  private final int[] wideShifts;

  LogRowReader(FileFormat format, LogHeader header, ReadingCollector sink) {
    this.format = format;
    this.header = header;
    this.sink = sink;
    this.scanner = new FieldScanner((byte) format.delimiter().charAt(0));
    this.width = header.width();
    Arrays.fill(places, -1);
    places[Field.METER] = header.place("meter");
    places[Field.TIME] = header.place("time");
    places[Field.VALUE] = header.place("value");
    places[Field.QUALITY] = header.place("quality");
    places[Field.END] = header.place("end");
    this.fewest =
        1
            + IntStream.of(
                    places[Field.METER], places[Field.TIME], places[Field.VALUE], places[Field.END])
                .max()
                .orElse(0);
    Charset charset = format.scanned();
    this.wideMeters =
        header.wide().stream().map(i -> header.name(i).getBytes(charset)).toArray(byte[][]::new);
    this.wideShifts =
        format.wide() == FileFormat.Wide.TIMES
            ? header.wide().stream().mapToInt(i -> secondOfDay(header.name(i))).toArray()
            : new int[0];
  }

  /** The header of a line of names. */
  static LogHeader header(FileFormat format, byte[] text, int from, int to) {
    FieldScanner scanner = new FieldScanner((byte) format.delimiter().charAt(0));
    int count = scanner.scan(text, from, to, Integer.MAX_VALUE);
    Charset charset = format.scanned();
    List<String> names =
        LogHeader.clean(
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        new String(
                            text,
                            scanner.bounds[2 * i],
                            scanner.bounds[2 * i + 1] - scanner.bounds[2 * i],
                            charset)));
    return new LogHeader(format, names);
  }

  void line(byte[] text, int from, int to) {
    if (!header.absent().isEmpty()) {
      sink.takeUnreadable(text, from, to);
      return;
    }
    int count = scanner.scan(text, from, to, width);
    if (count < fewest) {
      sink.takeShort(text, from, to);
      return;
    }
    for (int field = 0; field < Field.SHIFT; field++) {
      set(field, places[field] >= 0 && places[field] < count ? places[field] : -1);
    }
    if (format.wide() == null) {
      fields[2 * Field.SHIFT] = 0;
      sink.take(text, fields, from, to);
    } else {
      wide(text, count, from, to);
    }
  }

  /** A last line without an end may be half a line: it must have every column. */
  void lastLine(byte[] text, int from, int to) {
    if (header.absent().isEmpty() && scanner.scan(text, from, to, width) < width) {
      sink.takeShort(text, from, to);
    } else {
      line(text, from, to);
    }
  }

  private void set(int field, int place) {
    fields[2 * field] = place < 0 ? 0 : scanner.bounds[2 * place];
    fields[2 * field + 1] = place < 0 ? 0 : scanner.bounds[2 * place + 1];
  }

  private void wide(byte[] text, int count, int from, int to) {
    List<Integer> columns = header.wide();
    for (int i = 0; i < columns.size(); i++) {
      int place = columns.get(i);
      if (place >= count) {
        sink.takeShort(text, from, to);
        continue;
      }
      set(Field.VALUE, place);
      if (format.wide() == FileFormat.Wide.TIMES) {
        fields[2 * Field.SHIFT] = wideShifts[i];
        sink.take(text, fields, from, to);
      } else {
        wideMeter(text, wideMeters[i], from, to);
      }
    }
  }

  /** The id is in the header, so it is put behind the line for the sink to read. */
  private void wideMeter(byte[] text, byte[] id, int from, int to) {
    byte[] joined = Arrays.copyOfRange(text, from, to + id.length);
    System.arraycopy(id, 0, joined, to - from, id.length);
    int[] kept = fields.clone();
    for (int i = 0; i < 2 * Field.SHIFT; i++) {
      fields[i] = kept[2 * (i / 2)] == kept[2 * (i / 2) + 1] ? 0 : kept[i] - from;
    }
    fields[2 * Field.METER] = to - from;
    fields[2 * Field.METER + 1] = joined.length;
    fields[2 * Field.SHIFT] = 0;
    sink.take(joined, fields, 0, to - from);
    System.arraycopy(kept, 0, fields, 0, kept.length);
  }

  private static int secondOfDay(String name) {
    String digits = name.replaceAll("[^0-9:]", "");
    String[] parts = digits.split(":");
    int hours = Integer.parseInt(parts[0]);
    int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return hours * 3600 + minutes * 60;
  }
}
