package org.carbonbook.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the readings of one odometer that agree with each other. Of all chains of readings in the
 * order of time whose distances a vehicle can drive, it takes the one that keeps most readings. A
 * chain may also cross a rollover, and, at the price of some readings, a replaced odometer: fewer
 * readings at another level than that price are typed wrong, more of them are a new odometer.
 */
final class OdometerChain {

  private static final int DAY_S = 86_400;

  /** So many readings back a reading may be joined to. */
  private static final int REACH = 64;

  private final long[] times;
  private final long[] metres;
  private final boolean[] isNew;
  private final ChainLimits limits;
  private final double[] score;
  private final int[] before;
  private final Link[] links;

  /** How two readings of a chain follow each other. */
  enum Link {
    DRIVEN,
    ROLLED_OVER,
    REPLACED
  }

  /**
   * What bounds a chain.
   *
   * @param metresPerDay the most that a vehicle drives in a day
   * @param modulus metres after which the odometer begins again at zero, 0 where that is unknown
   * @param replacedCost readings that a replaced odometer must bring to be believed
   */
  record ChainLimits(double metresPerDay, long modulus, double replacedCost) {}

  /**
   * A reading that was kept.
   *
   * @param index its place among the readings
   * @param link how it follows the one kept before it; the first is driven
   */
  record Kept(int index, Link link) {}

  private OdometerChain(long[] times, long[] metres, boolean[] isNew, ChainLimits limits) {
    this.times = times;
    this.metres = metres;
    this.isNew = isNew;
    this.limits = limits;
    this.score = new double[times.length];
    this.before = new int[times.length];
    this.links = new Link[times.length];
  }

  /**
   * The readings to keep.
   *
   * @param times seconds, never falling
   * @param metres what the odometer showed
   * @param isNew whether the row states that the odometer is a new one
   */
  static List<Kept> find(long[] times, long[] metres, boolean[] isNew, ChainLimits limits) {
    return new OdometerChain(times, metres, isNew, limits).best();
  }

  private List<Kept> best() {
    int last = -1;
    for (int i = 0; i < times.length; i++) {
      score[i] = 1;
      before[i] = -1;
      links[i] = Link.DRIVEN;
      for (int j = i - 1; j >= Math.max(0, i - REACH); j--) {
        Link link = link(j, i);
        double joined = score[j] + 1 - cost(link, i);
        if (joined > score[i]) {
          score[i] = joined;
          before[i] = j;
          links[i] = link;
        }
      }
      if (last < 0 || score[i] >= score[last]) {
        last = i;
      }
    }
    List<Kept> kept = new ArrayList<>();
    for (int i = last; i >= 0; i = before[i]) {
      kept.add(0, new Kept(i, links[i]));
    }
    return kept;
  }

  private Link link(int from, int to) {
    double limit = limits.metresPerDay() * (1 + (times[to] - times[from]) / (double) DAY_S);
    long driven = metres[to] - metres[from];
    if (!isNew[to] && driven >= 0 && driven <= limit) {
      return Link.DRIVEN;
    }
    long rolled = driven + limits.modulus();
    if (!isNew[to] && driven < 0 && limits.modulus() > 0 && rolled >= 0 && rolled <= limit) {
      return Link.ROLLED_OVER;
    }
    return Link.REPLACED;
  }

  private double cost(Link link, int to) {
    return link == Link.REPLACED && !isNew[to] ? limits.replacedCost() : 0;
  }
}
