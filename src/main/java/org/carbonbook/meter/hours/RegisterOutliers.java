package org.carbonbook.meter.hours;

/**
 * Single wrong readings of a register, dips and spikes: within a few readings the register is back
 * where it would be without them.
 */
final class RegisterOutliers {

  /** So many readings may be wrong before the register is back. */
  private static final int OUTLIERS = 6;

  private final RegisterReadings readings;
  private final RegisterCourse course;
  private final RateLimits limits;
  private final RegisterScale scale;
  private final DefectList found;

  RegisterOutliers(
      RegisterReadings readings,
      RegisterCourse course,
      RateLimits limits,
      RegisterScale scale,
      DefectList found) {
    this.readings = readings;
    this.course = course;
    this.limits = limits;
    this.scale = scale;
    this.found = found;
  }

  /**
   * Drops a reading that is wrong by itself.
   *
   * @param previous the last reading that was accepted
   * @return whether the reading was dropped
   */
  boolean drop(int previous, int i) {
    if (readings.closes[i] || readings.at[i] == readings.at[previous]) {
      return false;
    }
    double limit = limits.at(i);
    if (course.isBackward(previous, i, limit)) {
      return false;
    }
    long[] value = readings.value;
    long difference = value[i] - value[previous];
    if (limits.isPlausible(previous, i, difference, limit)) {
      return difference > 0
          && isBump(previous, i, limit)
          && dropAs(QualityReason.SPIKE, i, difference);
    }
    int last = Math.min(i + OUTLIERS, readings.size - 1);
    for (int j = i + 1; j <= last && !readings.closes[j]; j++) {
      long back = value[j] - value[previous];
      boolean comesBack = difference < 0 ? back >= 0 : value[j] < value[i] && back >= 0;
      if (comesBack && limits.isPlausible(previous, j, back, limit) && isCalm(j)) {
        return dropAs(difference < 0 ? QualityReason.DIP : QualityReason.SPIKE, i, difference);
      }
    }
    return false;
  }

  /** Why the readings between two accepted ones were dropped. */
  QualityReason reasonBetween(int from, int to) {
    return readings.value[from + 1] > readings.value[to] ? QualityReason.SPIKE : QualityReason.DIP;
  }

  /** Whether a reading is a small step up that the next one takes back. */
  private boolean isBump(int previous, int i, double limit) {
    long[] value = readings.value;
    return i + 2 < readings.size
        && !readings.closes[i + 1]
        && value[i + 1] < value[i]
        && value[i + 1] >= value[previous]
        && !readings.closes[i + 2]
        && value[i + 2] < value[i]
        && limits.isPlausible(previous, i + 1, value[i + 1] - value[previous], limit);
  }

  /** Whether the register continues from a reading, so that this one is not the outlier. */
  private boolean isCalm(int j) {
    return j + 1 >= readings.size
        || readings.closes[j + 1]
        || limits.isPlausible(j, j + 1, readings.value[j + 1] - readings.value[j], limits.at(j));
  }

  private boolean dropAs(QualityReason reason, int i, long difference) {
    long second = readings.at[i];
    readings.dropped[i] = true;
    found.add(reason, second, second + 1, 1, scale.scaled(difference, second));
    return true;
  }
}
