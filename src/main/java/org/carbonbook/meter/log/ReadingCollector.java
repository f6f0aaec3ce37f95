package org.carbonbook.meter.log;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.LocalStamps;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.PathParts;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.registry.Meter;
import org.carbonbook.meter.registry.MeterInputs;
import org.carbonbook.meter.registry.MeterLookup;

/**
 * Checks the fields of rows and collects the readings in one block for each meter. The bytes of
 * fields are used in place: no object is created for an accepted row.
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
  private final QualityMarks qualities;
  private final long latestS;
  private final FutureStamps future = new FutureStamps();
  private final boolean sessions;
  private final boolean zoneOfFormat;
  private final ZoneId formatZone;

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
    LocalClock clock;
    long fromS;
    long toS;

    /** Seconds from the stamp of an interval to its start, of one that is stamped at its end. */
    int startsBeforeS;

    long largest;
    byte[] unit = {};
    double unitFactor = 1;
  }

  /**
   * @param charset of the bytes of rows
   * @param times how stamps are read
   */
  ReadingCollector(
      LogFile file,
      Charset charset,
      FileFormat.TimeSpec times,
      MeterLookup meters,
      SplitReport report) {
    FileFormat format = file.format();
    this.file = file;
    this.pathParts = file.pathParts();
    this.meters = meters;
    this.report = report;
    this.charset = charset;
    this.time = StampPattern.of(times, charset);
    this.endTime = StampPattern.of(times, charset);
    this.decimalMark = (byte) format.decimal().charAt(0);
    this.missing = bytes(format.missing());
    this.qualities = new QualityMarks(format.quality(), charset);
    this.latestS = file.latestS();
    this.sessions = format.holds(MeterInputs.SESSIONS);
    this.zoneOfFormat = format.time().zone() != null;
    this.formatZone = zoneOfFormat ? ZoneId.of(format.time().zone()) : null;
  }

  private byte[][] bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(charset)).toArray(byte[][]::new);
  }

  /** Adds one reading; {@code fields} holds begin and end of each of {@link Field}. */
  void take(byte[] text, int[] fields, int lineFrom, int lineTo) {
    report.rows++;
    int from = fields[2 * Field.VALUE];
    int to = fields[2 * Field.VALUE + 1];
    if (isOneOf(missing, text, from, to)) {
      report.missing++;
      withdraw(text, fields);
      return;
    }
    byte mark = qualities.of(text, fields[2 * Field.QUALITY], fields[2 * Field.QUALITY + 1]);
    if (mark < 0) {
      RejectReason reason =
          mark == QualityMarks.INVALID ? RejectReason.MARKED_INVALID : RejectReason.QUALITY_UNKNOWN;
      reject(reason, text, lineFrom, lineTo);
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
    RejectReason reason = rejectReason(slot, seconds, fields[2 * Field.SHIFT]);
    if (reason == null && fields[2 * Field.UNIT + 1] > fields[2 * Field.UNIT]) {
      reason = takeUnit(slot, text, fields[2 * Field.UNIT], fields[2 * Field.UNIT + 1]);
      boolean fits = Math.abs(value) <= Long.MAX_VALUE / 4.0 / Math.max(1, slot.unitFactor);
      value =
          reason != null ? value : fits ? Millionths.times(value, slot.unitFactor) : Long.MAX_VALUE;
    }
    if (reason == null && (value > slot.largest || value < -slot.largest)) {
      reason = RejectReason.VALUE_TOO_LARGE;
    }
    if (reason != null) {
      reject(reason, text, lineFrom, lineTo);
      return;
    }
    store(slot, text, fields, seconds, value, mark, lineFrom, lineTo);
  }

  /** A stamp without a valid value withdraws the value that an earlier run received for it. */
  private void withdraw(byte[] text, int[] fields) {
    if (sessions || fields[2 * Field.TIME] == fields[2 * Field.TIME + 1]) {
      return;
    }
    long printed = time.seconds(text, fields[2 * Field.TIME], fields[2 * Field.TIME + 1]);
    if (printed == StampPattern.INVALID || printed > latestS) {
      return;
    }
    Slot slot = slot(text, fields[2 * Field.METER], fields[2 * Field.METER + 1]);
    if (rejectReason(slot, printed, fields[2 * Field.SHIFT]) == null) {
      boolean instant = time.isInstant() || zoneOfFormat;
      long seconds = printed + fields[2 * Field.SHIFT];
      seconds =
          zoneOfFormat && !time.isInstant() ? LocalStamps.toInstant(formatZone, seconds) : seconds;
      slot.block.add(
          seconds, 0, (byte) (ReadingBlock.WITHDRAWN | (instant ? ReadingBlock.INSTANT : 0)));
    }
  }

  /** Turns values of a row with a unit of its own into the unit that the meter is registered in. */
  private RejectReason takeUnit(Slot slot, byte[] text, int from, int to) {
    byte[] unit = slot.unit;
    if (unit.length == to - from && Arrays.equals(unit, 0, unit.length, text, from, to)) {
      return null;
    }
    String printed = new String(text, from, to - from, charset).trim();
    OptionalDouble factor = meters.unitFactor(slot.meter, printed);
    if (factor.isEmpty()) {
      return RejectReason.UNIT_UNKNOWN;
    }
    slot.unit = Arrays.copyOfRange(text, from, to);
    slot.unitFactor = factor.getAsDouble();
    return null;
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
    boolean ahead = printedSeconds > latestS;
    mark |= ahead ? ReadingBlock.FUTURE : 0;
    if (!sessions) {
      slot.block.add(seconds, value, mark);
      keep(ahead, seconds, text, lineFrom, lineTo);
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
      keep(ahead, seconds, text, lineFrom, lineTo);
    }
  }

  private void keep(boolean ahead, long seconds, byte[] text, int lineFrom, int lineTo) {
    report.kept++;
    if (ahead) {
      String sample = future.wantsText() ? sample(text, lineFrom, lineTo) : null;
      future.hold(seconds, report.lines, sample);
    }
  }

  /** Whether a stamp lies in the validity of its meter, by the meter's local clock. */
  private RejectReason rejectReason(Slot slot, long printedSeconds, int shift) {
    if (slot.meter == null) {
      return RejectReason.UNKNOWN_METER;
    }
    long seconds = printedSeconds + shift;
    boolean instant = time.isInstant() || zoneOfFormat;
    if (!instant && !slot.clock.exists(seconds)) {
      return RejectReason.LOCAL_TIME_DOES_NOT_EXIST;
    }
    long at = instant ? slot.clock.localOf(seconds) : seconds;
    long start = at - slot.startsBeforeS;
    if (start < slot.fromS) {
      return RejectReason.BEFORE_VALIDITY;
    }
    if (start > slot.toS || (start == slot.toS && !slot.meter.isRegister())) {
      return seconds > latestS ? RejectReason.FUTURE_STAMP : RejectReason.AFTER_VALIDITY;
    }
    return null;
  }

  /** Rejects a row that has too few fields. */
  void takeShort(byte[] text, int lineFrom, int lineTo) {
    report.rows++;
    reject(RejectReason.LINE_CUT_SHORT, text, lineFrom, lineTo);
  }

  /** Rejects a row that has more texts than the header has names. */
  void takeLong(byte[] text, int lineFrom, int lineTo) {
    report.rows++;
    reject(RejectReason.MORE_FIELDS_THAN_HEADINGS, text, lineFrom, lineTo);
  }

  /** Sets a header apart that stands among the rows. */
  void takeHeader(byte[] text, int lineFrom, int lineTo) {
    report.rows++;
    reject(RejectReason.HEADER_REPEATED, text, lineFrom, lineTo);
  }

  /** Rejects a row of a file whose header lacks a needed column. */
  void takeUnreadable(byte[] text, int lineFrom, int lineTo) {
    report.rows++;
    reject(RejectReason.COLUMN_MISSING, text, lineFrom, lineTo);
  }

  private void reject(RejectReason reason, byte[] text, int from, int to) {
    report.reject(reason, report.wantsSample(reason) ? sample(text, from, to) : null);
  }

  private String sample(byte[] text, int from, int to) {
    return new String(text, from, Math.min(to - from, MAX_SAMPLE), charset);
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
      slot.clock = new LocalClock(slot.meter);
      slot.largest = slot.meter.largestPrinted();
      slot.startsBeforeS =
          slot.meter.isRegister() || slot.meter.stamp() == Meter.Stamp.START || sessions
              ? 0
              : slot.meter.intervalSeconds();
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

  /** The gathered blocks, without readings of the future; the collector is empty afterwards. */
  List<Row> blocks(long start) {
    future.resolve(report, used.stream().map(slot -> slot.block).filter(Objects::nonNull).toList());
    List<Row> rows = new ArrayList<>();
    for (Slot slot : used) {
      if (slot.block != null && slot.block.size > 0) {
        rows.add(
            BlockRows.of(
                slot.meterId,
                file.format().format(),
                slot.buildingId,
                file.arrival(),
                file.sequence(),
                start,
                slot.block));
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
    static final int UNIT = 5;

    /** Not a text: seconds to add to the stamp, when the column is a time of day. */
    static final int SHIFT = 6;

    static final int COUNT = 7;

    private Field() {}
  }
}
