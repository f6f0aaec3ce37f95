package org.carbonbook.meter.hours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.LocalStamps;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.log.BlockRows;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * The readings of one meter as instants in the unit of its hours, stored ones first, then those
 * received now in their order.
 *
 * @param block all of them
 * @param stored how many of them were stored
 * @param carried the findings when those arrived
 * @param counts how those received now compare with the stored
 */
record MergedReadings(
    ReadingBlock block, int stored, List<DefectList.Defect> carried, Counts counts) {

  /** Readings that are new, changed, the same, or of a local time that does not exist. */
  record Counts(long fresh, long changed, long same, long skipped) {}

  static MergedReadings of(List<Row> rows, Meter meter, QualityRules rules) {
    ReadingBlock all = new ReadingBlock();
    long skipped = 0;
    int i = 0;
    List<DefectList.Defect> carried = new ArrayList<>();
    while (i < rows.size() && StoredDays.holdsDefects(rows.get(i))) {
      carried.addAll(StoredDays.defects(rows.get(i++)));
    }
    while (i < rows.size() && StoredDays.holdsReadings(rows.get(i))) {
      all.append(BlockRows.readings(rows.get(i++)));
    }
    int stored = all.size;
    for (int k = 0; k < stored; k++) {
      all.marks[k] &= ~ReadingBlock.INSTANT;
    }
    while (i < rows.size()) {
      long arrival = BlockRows.arrival(rows.get(i));
      List<ReadingBlock> files = new ArrayList<>();
      while (i < rows.size() && BlockRows.arrival(rows.get(i)) == arrival) {
        long file = BlockRows.file(rows.get(i));
        ReadingBlock ofFile = new ReadingBlock();
        while (i < rows.size() && BlockRows.file(rows.get(i)) == file) {
          ofFile.append(BlockRows.readings(rows.get(i++)));
        }
        files.add(ofFile);
      }
      for (ReadingBlock file : byFirstStamp(files)) {
        skipped += convert(file, meter, rules, all);
      }
    }
    return new MergedReadings(all, stored, carried, counts(all, stored, skipped));
  }

  /**
   * Files that arrived together, the one with the earliest stamp first. Equal ones stay in the
   * order of their content, so that names of files decide nothing.
   */
  private static List<ReadingBlock> byFirstStamp(List<ReadingBlock> files) {
    return files.stream()
        .map(file -> new Arrival(file.firstS(), file))
        .sorted(Comparator.comparingLong(Arrival::firstS))
        .map(Arrival::block)
        .toList();
  }

  /** The readings of one file with their earliest stamp. */
  private record Arrival(long firstS, ReadingBlock block) {}

  /** Puts the readings of one file behind the others; returns how many have no instant. */
  private static long convert(
      ReadingBlock from, Meter meter, QualityRules rules, ReadingBlock into) {
    long[] instants = new long[from.size];
    LocalStamps.toInstants(
        meter.zone(),
        meter.intervalSeconds(),
        from.seconds,
        i -> (from.marks[i] & ReadingBlock.INSTANT) != 0,
        instants);
    long skipped = 0;
    boolean oneFactor = meter.versions().size() == 1;
    double factor = meter.versions().get(0).factor();
    for (int i = 0; i < from.size; i++) {
      if (instants[i] == StampPattern.INVALID) {
        skipped++;
        continue;
      }
      long printed = from.values[i];
      byte mark = (byte) (from.marks[i] & ReadingBlock.ESTIMATED);
      if (rules.isSentinel(printed) && isError(printed, meter)) {
        mark |= ReadingSeries.SENTINEL;
      }
      long value = Millionths.times(printed, oneFactor ? factor : meter.factorAt(from.seconds[i]));
      if (from.lengths == null) {
        into.add(instants[i], value, mark);
      } else {
        into.add(instants[i], value, mark, from.lengths[i]);
      }
    }
    return skipped;
  }

  /** A register can reach values that would be error codes of an interval. */
  private static boolean isError(long printed, Meter meter) {
    return !meter.isRegister() || printed < 0 || printed >= 2_147_483L * Millionths.ONE;
  }

  private static Counts counts(ReadingBlock all, int stored, long skipped) {
    if (stored == 0) {
      return new Counts(all.size, 0, 0, skipped);
    }
    Map<Long, Long> known = new HashMap<>();
    for (int i = 0; i < stored; i++) {
      known.put(all.seconds[i], all.values[i]);
    }
    long fresh = 0;
    long changed = 0;
    long same = 0;
    for (int i = stored; i < all.size; i++) {
      Long before = known.put(all.seconds[i], all.values[i]);
      if (before == null) {
        fresh++;
      } else if (before == all.values[i]) {
        same++;
      } else {
        changed++;
      }
    }
    return new Counts(fresh, changed, same, skipped);
  }
}
