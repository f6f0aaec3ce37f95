package org.carbonbook.meter.log;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.LocalStamps;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.PathParts;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterInputs;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Takes the fields of rows, checks them, and gathers them in one block per meter. The bytes of
 * fields are used in place: no object is made for a good row.
 */
final class ReadingCollector {

  private static final int INITIAL_SLOTS = 1024;
  private static final int MAX_SAMPLE = 300;

  private final LogFile file;
  private final PathParts pathParts;
  private final MeterLookup meters;
  private final SplitReport report;
  private final Charset charset;
  private final StampPattern time;
  private final StampPattern endTime;
  private final byte decimalMark;
  private final byte[][] missing;
  private final byte[][] estimated;
  private final byte[][] invalid;
  private final boolean sessions;
  private final boolean zoneOfFormat;
  private final java.time.ZoneId formatZone;

  private Slot[] slots = new Slot[INITIAL_SLOTS];
  private final List<Slot> used = new ArrayList<>();
  private Slot last;

  /** One meter of this part of the file. */
  private static final class Slot {
    byte[] id;
    int hash;
    String meterId;
    String buildingId;
    Meter meter;
    ReadingBlock block;
    long fromS;
    long toS;
  }

  ReadingCollector(LogFile file, MeterLookup meters, SplitReport report) {
    FileFormat format = file.format();
    this.file = file;
    this.pathParts = file.pathParts();
    this.meters = meters;
    this.report = report;
    this.charset = format.scanned();
    this.time = StampPattern.of(format.time(), charset);
    this.endTime = StampPattern.of(format.time(), charset);
    this.decimalMark = (byte) format.decimal().charAt(0);
    this.missing = bytes(format.missing());
    this.estimated = bytes(format.quality().estimated());
    this.invalid = bytes(format.quality().invalid());
    this.sessions = format.holds(MeterInputs.SESSIONS);
    this.zoneOfFormat = format.time().zone() != null;
    this.formatZone = zoneOfFormat ? java.time.ZoneId.of(format.time().zone()) : null;
  }

  private byte[][] bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(charset)).toArray(byte[][]::new);
  }

  /** Takes one reading; {@code fields} holds begin and end of each of {@link Field}. */
  void take(byte[] text, int[] fields, int lineFrom, int lineTo) {
    report.rows++;
    int from = fields[2 * Field.VALUE];
    int to = fields[2 * Field.VALUE + 1];
    if (isOneOf(missing, text, from, to)) {
      report.missing++;
      return;
    }
    byte mark = mark(text, fields[2 * Field.QUALITY], fields[2 * Field.QUALITY + 1]);
    if (mark < 0) {
      reject(RejectReason.MARKED_INVALID, text, lineFrom, lineTo);
      return;
    }
    long seconds = time.seconds(text, fields[2 * Field.TIME], fields[2 * Field.TIME + 1]);
    if (seconds == StampPattern.INVALID) {
      reject(RejectReason.TIME_NOT_READABLE, text, lineFrom, lineTo);
      return;
    }
    long value = Millionths.parse(text, from, to, decimalMark);
    if (value == Millionths.INVALID) {
      reject(RejectReason.NUMBER_NOT_READABLE, text, lineFrom, lineTo);
      return;
    }
    Slot slot = slot(text, fields[2 * Field.METER], fields[2 * Field.METER + 1]);
    RejectReason reason = refusal(slot, seconds);
    if (reason != null) {
      reject(reason, text, lineFrom, lineTo);
      return;
    }
    store(slot, text, fields, seconds, value, mark, lineFrom, lineTo);
  }

  private void store(
      Slot slot,
      byte[] text,
      int[] fields,
      long printedSeconds,
      long value,
      byte quality,
      int lineFrom,
      int lineTo) {
    boolean instant = time.isInstant();
    long seconds = printedSeconds + fields[2 * Field.SHIFT];
    if (!instant && zoneOfFormat) {
      seconds = LocalStamps.toInstant(formatZone, seconds);
      instant = true;
    }
    byte mark = (byte) (quality | (instant ? ReadingBlock.INSTANT : 0));
    if (!sessions) {
      slot.block.add(seconds, value, mark);
      report.kept++;
      return;
    }
    long end = endTime.seconds(text, fields[2 * Field.END], fields[2 * Field.END + 1]);
    long length = end - printedSeconds;
    if (end == StampPattern.INVALID) {
      reject(RejectReason.TIME_NOT_READABLE, text, lineFrom, lineTo);
    } else if (length <= 0 || length > Integer.MAX_VALUE) {
      reject(RejectReason.SESSION_ENDS_BEFORE_START, text, lineFrom, lineTo);
    } else {
      slot.block.add(seconds, value, mark, (int) length);
      report.kept++;
    }
  }

  private RejectReason refusal(Slot slot, long seconds) {
    if (slot.meter == null) {
      return RejectReason.UNKNOWN_METER;
    }
    if (seconds > file.latestS()) {
      return RejectReason.FUTURE_STAMP;
    }
    if (seconds < slot.fromS) {
      return RejectReason.BEFORE_VALIDITY;
    }
    return seconds > slot.toS ? RejectReason.AFTER_VALIDITY : null;
  }

  /** Sets a row aside that has too few fields. */
  void takeShort(byte[] text, int lineFrom, int lineTo) {
    report.rows++;
    reject(RejectReason.LINE_CUT_SHORT, text, lineFrom, lineTo);
  }

  /** Sets a row aside of a file whose header does not fit. */
  void takeUnreadable(byte[] text, int lineFrom, int lineTo) {
    report.rows++;
    reject(RejectReason.COLUMN_MISSING, text, lineFrom, lineTo);
  }

  private void reject(RejectReason reason, byte[] text, int from, int to) {
    report.reject(
        reason,
        report.wantsSample(reason)
            ? new String(text, from, Math.min(to - from, MAX_SAMPLE), charset)
            : null);
  }

  private byte mark(byte[] text, int from, int to) {
    if (from == to || isOneOf(estimated, text, from, to)) {
      return from == to ? 0 : ReadingBlock.ESTIMATED;
    }
    return (byte) (isOneOf(invalid, text, from, to) ? -1 : 0);
  }

  private static boolean isOneOf(byte[][] texts, byte[] text, int from, int to) {
    for (byte[] one : texts) {
      if (one.length == to - from && Arrays.equals(one, 0, one.length, text, from, to)) {
        return true;
      }
    }
    return false;
  }

  private Slot slot(byte[] text, int from, int to) {
    if (last != null
        && last.id.length == to - from
        && Arrays.equals(last.id, 0, last.id.length, text, from, to)) {
      return last;
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash ^= hash >>> 15;
    int at = hash & (slots.length - 1);
    while (slots[at] != null) {
      Slot slot = slots[at];
      if (slot.hash == hash && Arrays.equals(slot.id, 0, slot.id.length, text, from, to)) {
        last = slot;
        return slot;
      }
      at = (at + 1) & (slots.length - 1);
    }
    Slot slot = newSlot(Arrays.copyOfRange(text, from, to), hash);
    slots[at] = slot;
    used.add(slot);
    if (used.size() * 2 > slots.length) {
      rehash();
    }
    last = slot;
    return slot;
  }

  private Slot newSlot(byte[] id, int hash) {
    Slot slot = new Slot();
    slot.id = id;
    slot.hash = hash;
    String format = file.format().format();
    String printed = new String(id, charset).trim();
    boolean templated =
        meters.declaresMeters(format) && file.format().meter().get("meter_id") != null;
    slot.meterId =
        templated ? pathParts.fill(file.format().meter().get("meter_id"), printed) : printed;
    String building = pathParts.fill(meters.buildingTemplate(format), printed);
    slot.meter = meters.findMeter(slot.meterId, format, building).orElse(null);
    slot.buildingId = building;
    if (slot.meter != null) {
      slot.block = new ReadingBlock();
      slot.fromS = slot.meter.validFromS();
      slot.toS = slot.meter.validToS();
    }
    return slot;
  }

  private void rehash() {
    slots = new Slot[slots.length * 2];
    for (Slot slot : used) {
      int at = slot.hash & (slots.length - 1);
      while (slots[at] != null) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = slot;
    }
  }

  /** The gathered blocks: meter, format, building, place in the order of arrival, bytes. */
  List<Row> blocks(long order) {
    List<Row> rows = new ArrayList<>();
    for (Slot slot : used) {
      if (slot.block != null && slot.block.size > 0) {
        rows.add(
            RowFactory.create(
                slot.meterId, file.format().format(), slot.buildingId, order, slot.block.pack()));
        slot.block = null;
      }
    }
    return rows;
  }

  /** The fields of a row, by place in the array of their bounds. */
  static final class Field {
    static final int METER = 0;
    static final int TIME = 1;
    static final int VALUE = 2;
    static final int QUALITY = 3;
    static final int END = 4;

    /** Not a text: seconds to add to the stamp, for a column that stands for a time of day. */
    static final int SHIFT = 5;

    static final int COUNT = 6;

    private Field() {}
  }
}
