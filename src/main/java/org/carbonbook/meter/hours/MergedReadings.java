package org.carbonbook.meter.hours;

import java.time.Instant;
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
    while (i < rows.size() && StoredDays.holdsDigest(rows.get(i))) {
      i++;
    }
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
      List<ReadingBlock> ordered = byFirstStamp(files);
      ordered.forEach(file -> convert(file, true, meter, rules, all));
      for (ReadingBlock file : ordered) {
        skipped += convert(file, false, meter, rules, all);
      }
    }
    return new MergedReadings(all, stored, carried, counts(all, stored, skipped));
  }

  /** Whether no stamp has a reading that still counts. */
  boolean areAllWithdrawn() {
    return block.holdsWithdrawn()
        && ReadingSeries.of(block, stored, Long.MIN_VALUE, new DefectList()).size() == 0;
  }

  /** How many stored readings lie between two instants. */
  int storedBetween(long fromS, long toS) {
    int count = 0;
    for (int i = 0; i < stored; i++) {
      count += block.seconds[i] >= fromS && block.seconds[i] < toS ? 1 : 0;
    }
    return count;
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

  /**
   * Puts the readings of one file behind the others; returns how many have no instant. What an
   * arrival withdraws comes before what it brings, for it withdraws what was there before.
   */
  private static long convert(
      ReadingBlock received,
      boolean withdrawn,
      Meter meter,
      QualityRules rules,
      ReadingBlock into) {
    if (withdrawn && !received.holdsWithdrawn()) {
      return 0;
    }
    ReadingBlock from = inOrderOfTime(received);
    long[] instants = new long[from.size];
    LocalStamps.toInstants(
        meter.zone(),
        from.seconds,
        i -> (from.marks[i] & ReadingBlock.INSTANT) != 0,
        meter.isRegister() || meter.stamp() == Meter.Stamp.END,
        instants);
    long skipped = 0;
    boolean oneFactor = meter.isRegister() || meter.versions().size() == 1;
    double factor = meter.isRegister() ? 1 : meter.versions().get(0).factor();
    StampGrid grid = meter.isRegister() || from.lengths != null ? null : new StampGrid(meter);
    for (int i = 0; i < from.size; i++) {
      boolean withdraws = (from.marks[i] & ReadingBlock.WITHDRAWN) != 0;
      if (instants[i] == StampPattern.INVALID || withdraws != withdrawn) {
        skipped += withdraws == withdrawn ? 1 : 0;
        continue;
      }
      long instant = grid == null ? instants[i] : grid.snap(instants[i]);
      long printed = from.values[i];
      byte mark = (byte) (from.marks[i] & (ReadingBlock.ESTIMATED | ReadingBlock.WITHDRAWN));
      if (rules.isSentinel(printed) && isError(printed, meter)) {
        mark |= ReadingSeries.SENTINEL;
      }
      long value = Millionths.times(printed, oneFactor ? factor : factorAt(meter, instant));
      if (from.lengths == null) {
        into.add(instant, value, mark);
      } else {
        into.add(instant, value, mark, from.lengths[i]);
      }
    }
    return skipped;
  }

  /** The factor of the version that holds while an interval runs. */
  private static double factorAt(Meter meter, long instant) {
    int offset =
        meter.zone().getRules().getOffset(Instant.ofEpochSecond(instant)).getTotalSeconds();
    return meter.at(instant + offset - (meter.stamp() == Meter.Stamp.END ? 1 : 0)).factor();
  }

  /** A file that has its newest reading first, the other way round. */
  private static ReadingBlock inOrderOfTime(ReadingBlock block) {
    int back = 0;
    int on = 0;
    for (int i = 1; i < block.size; i++) {
      long step = block.seconds[i] - block.seconds[i - 1];
      back += step < 0 ? 1 : 0;
      on += step > 0 ? 1 : 0;
    }
    return back > 2 * on && back > 1 ? block.reversed() : block;
  }

  /** A register can reach values that would be error codes of an interval. */
  private static boolean isError(long printed, Meter meter) {
    return !meter.isRegister() || printed < 0 || printed >= 2_147_483L * Millionths.ONE;
  }

  private static Counts counts(ReadingBlock all, int stored, long skipped) {
    if (stored == 0 && !all.holdsWithdrawn()) {
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
      if ((all.marks[i] & ReadingBlock.WITHDRAWN) != 0) {
        changed += known.remove(all.seconds[i]) == null ? 0 : 1;
        continue;
      }
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
