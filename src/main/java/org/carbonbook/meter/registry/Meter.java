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
    ZoneId zone,
    Stamp stamp,
    int intervalSeconds,
    int maxApportionSeconds,
    List<Version> versions,
    List<Reset> resets)
    implements Serializable {

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
   */
  public record Version(
      long fromS,
      long toS,
      double factor,
      String buildingId,
      String parent,
      double multiplier,
      String printedUnit,
      String endUse)
      implements Serializable {}

  /**
   * A declared reset: at this instant the register stood at {@code end} and went on from {@code
   * start}, both in millionths of the unit of the hours.
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

  public double factorAt(long localS) {
    if (versions.size() == 1) {
      return versions.get(0).factor();
    }
    for (Version version : versions) {
      if (localS < version.toS()) {
        return version.factor();
      }
    }
    return versions.get(versions.size() - 1).factor();
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
                        v.endUse()))
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
        zone,
        stamp,
        intervalSeconds,
        maxApportionSeconds,
        otherVersions,
        otherResets);
  }
}
