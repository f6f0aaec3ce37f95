package org.carbonbook.meter.hours;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.log.BlockRows;
import org.carbonbook.meter.log.ReadingBlock;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Turns stored days back into blocks of readings, ordered before all that arrive now. */
public final class StoredDays {

  /** Stored rows come before all that arrived in a run. */
  private static final long READINGS = -1;

  private static final long DEFECTS = -2;
  private static final long DIGEST = -3;

  private StoredDays() {}

  /**
   * The blocks of stored days.
   *
   * @param window the days that it compares bring their digests as well; null for none
   */
  public static Dataset<Row> blocks(Dataset<Row> days, LateWindow window) {
    return days.select(
            "meter_id",
            "day",
            "starts_at",
            "hour_quantity",
            "reading_first_s",
            "reading_step_s",
            "reading_s",
            "reading",
            "reading_mark",
            "reading_length_s",
            "hour_reason",
            "defects",
            "hour_state",
            "hour_lost",
            "counted",
            "adjusted")
        .flatMap(
            (FlatMapFunction<Row, Row>) day -> blocks(day, window).iterator(),
            Encoders.row(BlockRows.SCHEMA));
  }

  private static List<Row> blocks(Row day, LateWindow window) {
    List<Row> rows = new ArrayList<>();
    if (window != null && window.compares(day.<Date>getAs("day").toLocalDate())) {
      ReadingBlock digest = new ReadingBlock();
      digest.add(0, DayDigest.of(day), (byte) 0);
      rows.add(row(day, DIGEST, digest));
    }
    Row defects = arrivals(day);
    if (defects != null) {
      rows.add(defects);
    }
    Row block = block(day);
    if (block != null) {
      rows.add(block);
    }
    return rows;
  }

  /** The defects that were found when the day's readings arrived, packed like readings. */
  private static Row arrivals(Row day) {
    List<Row> defects = list(day, "defects");
    ReadingBlock block = new ReadingBlock();
    for (Row defect : defects == null ? List.<Row>of() : defects) {
      QualityReason reason = QualityReason.getReason(defect.getString(0));
      if (reason.isOfArrival()) {
        block.add(
            defect.getTimestamp(1).getTime() / 1000,
            Math.round(defect.getDouble(4) * Millionths.ONE),
            (byte) QualityReason.OF_ARRIVAL.indexOf(reason));
      }
    }
    return block.size == 0 ? null : row(day, DEFECTS, block);
  }

  /** Whether a row holds stored readings. */
  static boolean holdsReadings(Row row) {
    return BlockRows.arrival(row) == READINGS;
  }

  /** Whether a row holds defects of the arrival, not readings. */
  static boolean holdsDefects(Row row) {
    return BlockRows.arrival(row) == DEFECTS;
  }

  /** Whether a row holds the digest of a stored day. */
  static boolean holdsDigest(Row row) {
    return BlockRows.arrival(row) == DIGEST;
  }

  /** The digests of stored days by day, counted from 1970. */
  static Map<Long, Long> digests(List<Row> rows) {
    Map<Long, Long> digests = new HashMap<>();
    for (Row row : rows) {
      if (holdsDigest(row)) {
        ReadingBlock block = new ReadingBlock();
        block.append(BlockRows.readings(row));
        digests.put(BlockRows.file(row), block.values[0]);
      }
    }
    return digests;
  }

  /** The defects that were found on arrival. */
  static List<DefectList.Defect> defects(Row row) {
    ReadingBlock block = new ReadingBlock();
    block.append(BlockRows.readings(row));
    List<DefectList.Defect> defects = new ArrayList<>();
    for (int i = 0; i < block.size; i++) {
      long second = block.seconds[i];
      QualityReason reason = QualityReason.OF_ARRIVAL.get(block.marks[i]);
      defects.add(new DefectList.Defect(reason, second, second + 1, 1, block.values[i]));
    }
    return defects;
  }

  private static Row row(Row day, long order, ReadingBlock block) {
    long at = day.<Date>getAs("day").toLocalDate().toEpochDay();
    return BlockRows.of(day.getAs("meter_id"), "", null, order, at, 0, block);
  }

  private static Row block(Row day) {
    List<Double> values = list(day, "reading");
    boolean hours = values == null;
    if (hours) {
      values = list(day, "hour_quantity");
      if (!day.isNullAt(day.fieldIndex("hour_reason")) || values.contains(null)) {
        return null;
      }
    }
    long startS = day.<Timestamp>getAs("starts_at").getTime() / 1000;
    List<Integer> seconds = list(day, "reading_s");
    List<Integer> lengths = list(day, "reading_length_s");
    String marks = day.getAs("reading_mark");
    long first = hours ? 0 : seconds == null ? day.<Integer>getAs("reading_first_s") : 0;
    long step =
        hours ? HourLedger.HOUR_S : seconds == null ? day.<Integer>getAs("reading_step_s") : 0;
    ReadingBlock block = new ReadingBlock();
    for (int i = 0; i < values.size(); i++) {
      long second = startS + (seconds == null ? first + step * i : seconds.get(i));
      long value = Math.round(values.get(i) * Millionths.ONE);
      byte mark = (byte) (ReadingBlock.INSTANT | (marks == null ? 0 : mark(marks.charAt(i))));
      if (lengths == null) {
        block.add(second, value, mark);
      } else {
        block.add(second, value, mark, lengths.get(i));
      }
    }
    return block.size == 0 ? null : row(day, READINGS, block);
  }

  private static byte mark(char letter) {
    return letter == 'S' ? ReadingSeries.SENTINEL : letter == 'E' ? ReadingBlock.ESTIMATED : 0;
  }

  static <T> List<T> list(Row row, String column) {
    Seq<T> values = row.getAs(column);
    return values == null ? null : JavaConverters.seqAsJavaList(values);
  }
}
