package org.carbonbook.meter.registry;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * A meter as the registry describes it.
 *
 * @param meterId its id, the same through all its versions
 * @param energyKind electricity, gas, heat, cooling, …
 * @param unit the unit that its hours are kept in
 * @param reading whether a reading is the energy of an interval or a register that counts up
 * @param registerDigits digits of the register before the decimal mark; 0 when unknown
 * @param registerWrap the value, in millionths as printed, at which the register begins again at 0;
 *     0 when unknown
 * @param zone the zone of its days, and of its stamps when they state none
 * @param stamp whether an interval is stamped at its start or its end
 * @param intervalSeconds the length of an interval, or the usual distance of register readings
 * @param maxApportionSeconds how far apart two readings may be to share out their difference
 * @param versions what changes with time, the oldest first
 * @param resets declared resets of the register, the oldest first
 */
public record Meter(
    String meterId,
    String energyKind,
    String unit,
    Reading reading,
    int registerDigits,
    long registerWrap,
    ZoneId zone,
    Stamp stamp,
    int intervalSeconds,
    int maxApportionSeconds,
    List<Version> versions,
    List<Reset> resets)
    implements Serializable {

  /** A hundred million units an hour, in millionths: all power stations of a province together. */
  private static final double MOST_PER_HOUR = 1e14;

  /** What a value is. */
  public enum Reading {
    INTERVAL,
    REGISTER
  }

  /** Which end of an interval its stamp names. */
  public enum Stamp {
    START,
    END
  }

  /**
   * What holds from one local time to another.
   *
   * @param fromS first local second, inclusive
   * @param toS last local second, exclusive
   * @param factor printed units to the unit of the hours, the multiplier of transformers included
   * @param buildingId the building it serves
   * @param parent the meter it is behind, or null
   * @param multiplier the multiplier as registered
   * @param printedUnit the unit as registered
   * @param endUse what its energy is for, such as heating; null when nothing is stated
   * @param intervalSeconds the length of an interval, or the usual distance of register readings
   */
  public record Version(
      long fromS,
      long toS,
      double factor,
      String buildingId,
      String parent,
      double multiplier,
      String printedUnit,
      String endUse,
      int intervalSeconds)
      implements Serializable {}

  /**
   * A declared reset: at this instant the register stood at {@code end} and went on from {@code
   * start}, both in millionths as printed.
   */
  public record Reset(long atS, long end, long start) implements Serializable {}

  public boolean isRegister() {
    return reading == Reading.REGISTER;
  }

  public long validFromS() {
    return versions.get(0).fromS();
  }

  public long validToS() {
    return versions.get(versions.size() - 1).toS();
  }

  /** The version that holds at a local second; outside all of them the nearest one. */
  public Version at(long localS) {
    for (Version version : versions) {
      if (localS < version.toS()) {
        return version;
      }
    }
    return versions.get(versions.size() - 1);
  }

  /**
   * The largest value that a row may print, in millionths: so far as whole millionths reach, and
   * for an interval a mean power that no single meter measures.
   */
  public long largestPrinted() {
    double factor = versions.stream().mapToDouble(Version::factor).max().orElse(1);
    double largest = Long.MAX_VALUE / 4.0 / Math.max(1, factor);
    if (!isRegister()) {
      double hours = Math.max(1, intervalSeconds / 3600.0);
      largest = Math.min(largest, MOST_PER_HOUR * hours / factor);
    }
    return (long) largest;
  }

  /** The meter with the resets of a span of time only. */
  public Meter between(long fromS, long toS) {
    if (resets.isEmpty()) {
      return this;
    }
    return with(
        meterId,
        versions,
        resets.stream().filter(reset -> reset.atS() >= fromS && reset.atS() < toS).toList());
  }

  Meter named(String id, String buildingId) {
    List<Version> renamed =
        versions.stream()
            .map(
                v ->
                    new Version(
                        v.fromS(),
                        v.toS(),
                        v.factor(),
                        buildingId == null ? v.buildingId() : buildingId,
                        v.parent(),
                        v.multiplier(),
                        v.printedUnit(),
                        v.endUse(),
                        v.intervalSeconds()))
            .toList();
    return with(id, renamed, resets);
  }

  private Meter with(String id, List<Version> otherVersions, List<Reset> otherResets) {
    return new Meter(
        id,
        energyKind,
        unit,
        reading,
        registerDigits,
        registerWrap,
        zone,
        stamp,
        intervalSeconds,
        maxApportionSeconds,
        otherVersions,
        otherResets);
  }
}
