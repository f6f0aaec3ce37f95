package org.carbonbook.meter.sample;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.meter.hours.QualityReason;
import org.carbonbook.meter.sample.SampleMeter.Reading;

/**
 * Puts defects into a made-up meter, turning through the kinds by the meter's number, each in a
 * stretch of days of its own, and tells the truth of them.
 */
final class SampleDefects {

  private static final int APART_H = 120;
  private static final int DAY_H = 24;
  private static final long LEAST_TO_FALL = 20_000_000;

  private final SampleMeter meter;
  private final List<Reading> readings;

  SampleDefects(SampleMeter meter) {
    this.meter = meter;
    this.readings = meter.readings;
  }

  /** The kinds put into interval logs, in turn. */
  static final List<QualityReason> INTERVAL =
      List.of(
          QualityReason.GAP,
          QualityReason.SENTINEL,
          QualityReason.NEGATIVE,
          QualityReason.SPIKE,
          QualityReason.ZERO_RUN,
          QualityReason.STUCK,
          QualityReason.DUPLICATE_SAME,
          QualityReason.DUPLICATE_DIFFERENT,
          QualityReason.OUT_OF_ORDER,
          QualityReason.OVERLAP,
          QualityReason.CLOCK_SHIFT);

  /** The kinds put into registers, in turn. */
  static final List<QualityReason> REGISTER =
      List.of(
          QualityReason.GAP,
          QualityReason.SPIKE,
          QualityReason.DIP,
          QualityReason.NEGATIVE,
          QualityReason.SENTINEL,
          QualityReason.DUPLICATE_SAME,
          QualityReason.DUPLICATE_DIFFERENT,
          QualityReason.OUT_OF_ORDER);

  /** Kinds that change the register for good; put into registers that do not turn over. */
  static final List<QualityReason> LASTING =
      List.of(QualityReason.DECLARED_RESET, QualityReason.METER_REPLACED);

  /** Spoils stretches five days apart with one kind each. */
  void spoil() {
    if (meter.turnsOver()) {
      turnOver();
    }
    List<QualityReason> kinds = new ArrayList<>(meter.isRegister() ? REGISTER : INTERVAL);
    if (meter.isRegister() && !meter.turnsOver()) {
      kinds.addAll(1, LASTING);
    }
    int turn = meter.number() / 4 * 3 + meter.number() % 4;
    for (int stretch = 1; stretch * APART_H < meter.count; stretch++) {
      QualityReason kind = kinds.get((turn + stretch) % kinds.size());
      int at = stretch * APART_H + 30 + meter.random.nextInt(20);
      if (at + 3 * DAY_H < readings.size()) {
        spoil(kind, at);
      }
    }
  }

  private void spoil(QualityReason kind, int at) {
    switch (kind) {
      case GAP -> gap(at, meter.isRegister() ? 8 : 5);
      case SENTINEL -> print(at, kind, "4294967.295");
      case NEGATIVE -> print(at, kind, "-12.5");
      case SPIKE -> spike(at);
      case DIP -> dip(at);
      case ZERO_RUN -> zero(at, 9);
      case STUCK -> stick(at, 30);
      case DUPLICATE_SAME -> duplicate(at, kind, 0);
      case DUPLICATE_DIFFERENT -> duplicate(at, kind, meter.isRegister() ? 1 : 700);
      case OUT_OF_ORDER -> swap(at);
      case OVERLAP -> overlap(at);
      case CLOCK_SHIFT -> shift(at, 12);
      case DECLARED_RESET -> reset(at);
      case METER_REPLACED -> replace(at);
      default -> throw new IllegalStateException(kind.toString());
    }
  }

  private void tell(QualityReason kind, int from, int to) {
    meter.tell(kind.code(), readings.get(from).second, readings.get(to).second);
  }

  private void gap(int at, int hours) {
    long from = readings.get(at).second - (meter.isRegister() ? SampleMeter.STEP_S : 0);
    meter.tell(QualityReason.GAP.code(), from, readings.get(at + hours).second);
    readings.subList(at, at + hours).clear();
  }

  private void print(int at, QualityReason kind, String text) {
    tell(kind, at, at + 1);
    readings.get(at).printed = text;
  }

  /** A register of five digits has no room for a jump near its top. */
  private void spike(int at) {
    boolean room = !meter.turnsOver() || readings.get(at).value < SampleMeter.TOP / 2;
    if (!meter.isRegister()) {
      add(at, QualityReason.SPIKE, 9_000_000);
    } else if (room) {
      add(at, QualityReason.SPIKE, 30_000_000);
    } else {
      dip(at);
    }
  }

  /** A register that has counted little has no room to fall: it repeats a row instead. */
  private void dip(int at) {
    if (readings.get(at).value > LEAST_TO_FALL) {
      add(at, QualityReason.DIP, -LEAST_TO_FALL);
    } else {
      duplicate(at, QualityReason.DUPLICATE_SAME, 0);
    }
  }

  private void add(int at, QualityReason kind, long thousandths) {
    tell(kind, at, at + 1);
    readings.get(at).value += thousandths;
  }

  private void zero(int at, int hours) {
    tell(QualityReason.ZERO_RUN, at, at + hours);
    readings.subList(at, at + hours).forEach(reading -> reading.value = 0);
  }

  private void stick(int at, int hours) {
    tell(QualityReason.STUCK, at, at + hours);
    long value = readings.get(at).value;
    readings.subList(at, at + hours).forEach(reading -> reading.value = value);
  }

  private void duplicate(int at, QualityReason kind, long more) {
    tell(kind, at, at + 1);
    Reading first = readings.get(at);
    Reading earlier = new Reading(first.second, first.value + more);
    readings.add(at, earlier);
  }

  private void swap(int at) {
    tell(QualityReason.OUT_OF_ORDER, at, at + 1);
    Reading reading = readings.remove(at);
    readings.add(at + 3, reading);
  }

  private void overlap(int at) {
    Reading reading = readings.get(at);
    Reading stray = new Reading(reading.second + 600, reading.value);
    meter.tell(QualityReason.OVERLAP.code(), stray.second, stray.second + SampleMeter.STEP_S);
    readings.add(at + 1, stray);
  }

  private void shift(int at, int hours) {
    meter.tell(
        QualityReason.CLOCK_SHIFT.code(),
        readings.get(at).second,
        readings.get(at + hours).second + 420);
    readings.subList(at, at + hours).forEach(reading -> reading.second += 420);
  }

  private void reset(int at) {
    Reading reading = readings.get(at);
    tell(QualityReason.DECLARED_RESET, at, at + 1);
    meter.resets.add(
        "%s|%s|0.000"
            .formatted(
                SampleMeter.stamp(reading.second),
                java.math.BigDecimal.valueOf(reading.value, 3).toPlainString()));
    lower(at + 1, reading.value);
  }

  /** Cuts the register to its digits, as it shows them. */
  private void turnOver() {
    for (int i = 1; i < readings.size(); i++) {
      if (readings.get(i).value >= SampleMeter.TOP && readings.get(i - 1).value < SampleMeter.TOP) {
        tell(QualityReason.ROLLOVER, i - 1, i);
      }
    }
    readings.forEach(reading -> reading.value = Math.floorMod(reading.value, SampleMeter.TOP));
  }

  private void replace(int at) {
    tell(QualityReason.METER_REPLACED, at, at + 1);
    lower(at + 1, readings.get(at).value / 10 * 7);
  }

  private void lower(int from, long by) {
    readings.subList(from, readings.size()).forEach(reading -> reading.value -= by);
  }
}
