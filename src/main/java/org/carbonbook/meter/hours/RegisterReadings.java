package org.carbonbook.meter.hours;

import java.util.Arrays;
import java.util.List;
import org.carbonbook.meter.registry.Meter;

/**
 * The usable readings of a register, as printed and in order. A declared reset adds a last reading
 * of the register before it and a first one of the register after it, both at its instant.
 */
final class RegisterReadings {

  final long[] at;

  /** The registers in millionths, before multipliers. */
  final long[] value;

  final byte[] mark;

  /** Whether a reading is the first one after a declared reset. */
  final boolean[] closes;

  final boolean[] dropped;
  final int size;

  private RegisterReadings(
      long[] at, long[] value, byte[] mark, boolean[] closes, boolean[] dropped, int size) {
    this.at = at;
    this.value = value;
    this.mark = mark;
    this.closes = closes;
    this.dropped = dropped;
    this.size = size;
  }

  static RegisterReadings of(Meter meter, ReadingSeries series, RegisterScale scale) {
    return new Collector(meter, series, scale).collect();
  }

  /** The readings that were not dropped, in the unit of the hours. */
  RegisterEngine.Accepted accepted(RegisterScale scale) {
    long[] times = new long[size];
    long[] registers = new long[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!dropped[i]) {
        times[kept] = at[i];
        registers[kept++] = scale.scaled(value[i], at[i]);
      }
    }
    return new RegisterEngine.Accepted(Arrays.copyOf(times, kept), Arrays.copyOf(registers, kept));
  }

  /** Whether a reading between two others was dropped. */
  boolean hasDropped(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (dropped[i]) {
        return true;
      }
    }
    return false;
  }

  /** Puts the readings of the log and of the declared resets into one order. */
  private static final class Collector {

    private final List<Meter.Reset> resets;
    private final ReadingSeries series;
    private final RegisterScale scale;
    private final long[] at;
    private final long[] value;
    private final byte[] mark;
    private final boolean[] closes;
    private int size;

    Collector(Meter meter, ReadingSeries series, RegisterScale scale) {
      this.resets = meter.resets();
      this.series = series;
      this.scale = scale;
      int max = series.size() + 2 * resets.size();
      this.at = new long[max];
      this.value = new long[max];
      this.mark = new byte[max];
      this.closes = new boolean[max];
    }

    RegisterReadings collect() {
      int reset = 0;
      for (int i = 0; i < series.size(); i++) {
        while (reset < resets.size() && isBefore(resets.get(reset), i)) {
          reset(resets.get(reset++));
        }
        if (isReading(i)) {
          put(series.instants[i], series.values[i], series.marks[i], false);
        }
      }
      while (reset < resets.size()) {
        reset(resets.get(reset++));
      }
      return new RegisterReadings(at, value, mark, closes, new boolean[size], size);
    }

    /**
     * A reading at the instant of a reset belongs to the register whose declared value it is nearer
     * to.
     */
    private boolean isBefore(Meter.Reset reset, int i) {
      long after = series.instants[i] - reset.atS();
      return after > 0
          || (after == 0
              && Math.abs(series.values[i] - reset.start())
                  < Math.abs(series.values[i] - reset.end()));
    }

    private void reset(Meter.Reset reset) {
      put(reset.atS(), reset.end(), (byte) 0, false);
      put(reset.atS(), reset.start(), (byte) 0, true);
      series.found.add(
          QualityReason.DECLARED_RESET,
          reset.atS(),
          reset.atS() + 1,
          1,
          scale.scaled(reset.end() - reset.start(), reset.atS()));
    }

    private boolean isReading(int i) {
      long s = series.instants[i];
      if ((series.marks[i] & ReadingSeries.SENTINEL) != 0) {
        series.found.add(QualityReason.SENTINEL, s, s + 1, 1, series.values[i]);
        return false;
      }
      if (series.values[i] < 0) {
        series.found.add(QualityReason.NEGATIVE, s, s + 1, 1, scale.scaled(series.values[i], s));
        return false;
      }
      return true;
    }

    private void put(long second, long register, byte quality, boolean afterReset) {
      at[size] = second;
      value[size] = register;
      mark[size] = quality;
      closes[size] = afterReset;
      size++;
    }
  }
}
