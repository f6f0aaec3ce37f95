package org.carbonbook.meter.hours;

import java.util.Arrays;
import org.carbonbook.intake.Millionths;

/**
 * What is unusual about the course of a register as a whole: the unit of its log changes, or it
 * runs backwards.
 */
final class RegisterCourse {

  private static final int ENOUGH = 10;
  private static final int KILO = 1000;
  private static final int USUAL = 20;

  /** So many steps back that follow another show that a register runs backwards. */
  private static final int BACKWARD = 3;

  private final QualityRules rules;
  private final LocalCalendar calendar;
  private final DefectList found;
  private final long[] at;
  private final long[] value;
  private final boolean[] closes;
  private final int size;

  /** Whether the register runs backwards in a month, as where what is generated is fed in. */
  private boolean[] backward = {};

  RegisterCourse(
      QualityRules rules, LocalCalendar calendar, DefectList found, RegisterReadings readings) {
    this.rules = rules;
    this.calendar = calendar;
    this.found = found;
    this.at = readings.at;
    this.value = readings.value;
    this.closes = readings.closes;
    this.size = readings.size;
  }

  /**
   * Where a register continues a thousand times as large, or a thousandth, the unit of the log has
   * changed: it counts on in the unit before.
   */
  void changeUnits() {
    double[] rates = new double[size];
    int count = 0;
    long divisor = 1;
    for (int i = 1; i < size; i++) {
      value[i] = divisor == 1 ? value[i] : Math.round(value[i] / (double) divisor);
      double seconds = Math.max(1, at[i] - at[i - 1]);
      double rate = (value[i] - value[i - 1]) / seconds;
      if (count >= ENOUGH && !closes[i] && value[i - 1] > Millionths.ONE && isThousandfold(i)) {
        long other = Math.round(value[i] / (double) KILO);
        double usual = median(rates, count);
        double otherRate = (other - value[i - 1]) / seconds;
        if (rate > rules.rateRatio() * usual
            && otherRate >= 0
            && otherRate <= rules.rateRatio() * usual) {
          divisor *= KILO;
          value[i] = other;
          rate = otherRate;
          found.add(QualityReason.UNIT_CHANGED, at[i - 1], at[i], 1, 0);
        }
      } else if (divisor > 1 && value[i - 1] > 0 && value[i] * 500 < value[i - 1]) {
        value[i] *= divisor;
        divisor = 1;
        rate = 0;
        found.add(QualityReason.UNIT_CHANGED, at[i - 1], at[i], 1, 0);
      }
      if (rate > 0) {
        rates[count++] = rate;
      }
    }
  }

  private boolean isThousandfold(int i) {
    double ratio = value[i] / (double) value[i - 1];
    return ratio > KILO * 0.98 && ratio < KILO * 1.02;
  }

  /** The median of the last rates. */
  private static double median(double[] rates, int count) {
    double[] last = Arrays.copyOfRange(rates, Math.max(0, count - USUAL), count);
    Arrays.sort(last);
    return last[last.length / 2];
  }

  /** Months in which the register goes back in small steps again and again. */
  void findBackward(RateLimits limits) {
    int[] steps = new int[calendar.months()];
    boolean any = false;
    int month = 0;
    for (int i = 2; i < size; i++) {
      while (at[i] >= calendar.monthEnd(month)) {
        month++;
      }
      boolean twice =
          isStepBack(i, limits.ofMonth(month)) && isStepBack(i - 1, limits.ofMonth(month));
      steps[month] += twice ? 1 : 0;
      any |= twice;
    }
    boolean[] months = new boolean[steps.length];
    for (int m = 0; any && m < months.length; m++) {
      months[m] = steps[m] >= BACKWARD;
    }
    backward = months;
  }

  private boolean isStepBack(int i, double limit) {
    long back = value[i - 1] - value[i];
    return back > 0
        && !closes[i]
        && limit < Double.MAX_VALUE
        && back <= limit * Math.max(1, at[i] - at[i - 1]);
  }

  /** Whether the register runs backwards from one reading to another. */
  boolean isBackward(int from, int to, double limit) {
    int month = 0;
    while (at[to] >= calendar.monthEnd(month)) {
      month++;
    }
    long back = value[from] - value[to];
    return backward[month] && back > 0 && back <= limit * Math.max(1, at[to] - at[from]);
  }
}
