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
  private final Charset charset;
  private final byte delimiter;
  private final byte[] firstHeading;
  private final FieldScanner scanner;
  private final ReadingCollector sink;
  private final int[] fields = new int[2 * Field.COUNT];
  private final int[] places = new int[Field.COUNT];
  private LogHeader header;
  private boolean readable;
  private int clock;
  private int fewest;
  private byte[][] wideMeters;
  private int fieldsBefore;

  LogRowReader(FileFormat format, LogLayout layout, Charset charset, ReadingCollector sink) {
    this.format = format;
    this.charset = charset;
    this.delimiter = layout.delimiter();
    this.sink = sink;
    this.readable = layout.fault() == null;
    this.scanner = new FieldScanner(delimiter);
    this.firstHeading = layout.header().name(0).getBytes(charset);
    setHeader(layout.header());
  }

  private void setHeader(LogHeader found) {
    header = found;
    readable &= found.faults().isEmpty();
    Arrays.fill(places, -1);
    places[Field.METER] = header.place(LogHeader.METER);
    places[Field.TIME] = header.place(LogHeader.TIME);
    places[Field.VALUE] = header.place(LogHeader.VALUE);
    places[Field.QUALITY] = header.place(LogHeader.QUALITY);
    places[Field.END] = header.place(LogHeader.END);
    places[Field.UNIT] = header.place(LogHeader.UNIT);
    clock = header.place(LogHeader.CLOCK);
    fewest =
        1
            + IntStream.of(
                    places[Field.METER],
                    places[Field.TIME],
                    places[Field.VALUE],
                    places[Field.END],
                    clock)
                .max()
                .orElse(0);
    wideMeters =
        header.wide().stream().map(i -> header.name(i).getBytes(charset)).toArray(byte[][]::new);
  }

  void line(byte[] text, int from, int to) {
    int count = scanner.scan(text, from, to, header.size() + 1);
    if (isHeader(text, count)) {
      takeHeader(text, from, to);
    } else if (!readable) {
      sink.takeUnreadable(text, from, to);
    } else if (count < fewest) {
      sink.takeShort(text, from, to);
    } else if (count > header.size() && hasMore(text, from, to)) {
      sink.takeLong(text, from, to);
    } else {
      fieldsBefore = count;
      read(text, count, from, to);
    }
  }

  private void read(byte[] text, int count, int from, int to) {
    for (int field = 0; field < Field.SHIFT; field++) {
      set(field, places[field] >= 0 && places[field] < count ? places[field] : -1);
    }
    if (format.wide() != null) {
      wide(text, count, from, to);
      return;
    }
    fields[2 * Field.SHIFT] = 0;
    if (clock >= 0) {
      joined(text, Field.TIME, stamp(text), from, to);
    } else {
      sink.take(text, fields, from, to);
    }
  }

  /** Whether a row begins as the header does: files that were joined repeat it. */
  private boolean isHeader(byte[] text, int count) {
    if (count == 0) {
      return false;
    }
    int from = scanner.bounds[0];
    int to = scanner.bounds[1];
    boolean marked = to - from > 2 && text[from] == (byte) 0xEF && text[from + 1] == (byte) 0xBB;
    int begin = marked ? from + 3 : from;
    int length = firstHeading.length;
    return length > 0
        && to - begin == length
        && text[begin] == firstHeading[0]
        && Arrays.equals(firstHeading, 0, length, text, begin, to);
  }

  private void takeHeader(byte[] text, int from, int to) {
    sink.takeHeader(text, from, to);
    String line = new String(text, from, to - from, charset);
    readable = true;
    setHeader(new LogHeader(format, LogLayout.cells(line, delimiter)));
  }

  /** Whether any field beyond the headings holds a text. */
  private boolean hasMore(byte[] text, int from, int to) {
    int count = scanner.scan(text, from, to, Integer.MAX_VALUE);
    for (int i = header.size(); i < count; i++) {
      if (scanner.bounds[2 * i + 1] > scanner.bounds[2 * i]) {
        return true;
      }
    }
    return false;
  }

  /** A last line without an end may be half a line: it must have as many fields as the others. */
  void lastLine(byte[] text, int from, int to) {
    int expected = fieldsBefore == 0 ? header.size() : fieldsBefore;
    if (readable && scanner.scan(text, from, to, expected) < expected) {
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
        fields[2 * Field.SHIFT] = header.shifts()[i];
        sink.take(text, fields, from, to);
      } else {
        fields[2 * Field.SHIFT] = 0;
        joined(text, Field.METER, wideMeters[i], from, to);
      }
    }
  }

  private byte[] stamp(byte[] text) {
    int dateFrom = fields[2 * Field.TIME];
    int dateTo = fields[2 * Field.TIME + 1];
    int clockFrom = scanner.bounds[2 * clock];
    int clockTo = scanner.bounds[2 * clock + 1];
    byte[] stamp = Arrays.copyOfRange(text, dateFrom, dateTo + 1 + clockTo - clockFrom);
    stamp[dateTo - dateFrom] = ' ';
    System.arraycopy(text, clockFrom, stamp, dateTo - dateFrom + 1, clockTo - clockFrom);
    return stamp;
  }

  /** Takes a row of which one field is not in the line: it is appended to the line's bytes. */
  private void joined(byte[] text, int field, byte[] own, int from, int to) {
    byte[] joined = Arrays.copyOfRange(text, from, to + own.length);
    System.arraycopy(own, 0, joined, to - from, own.length);
    int[] kept = fields.clone();
    for (int i = 0; i < 2 * Field.SHIFT; i++) {
      fields[i] = kept[2 * (i / 2)] == kept[2 * (i / 2) + 1] ? 0 : kept[i] - from;
    }
    fields[2 * field] = to - from;
    fields[2 * field + 1] = joined.length;
    sink.take(joined, fields, 0, to - from);
    System.arraycopy(kept, 0, fields, 0, kept.length);
  }
}
