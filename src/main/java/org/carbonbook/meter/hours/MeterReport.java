package org.carbonbook.meter.hours;

import java.io.Serializable;
import org.carbonbook.meter.registry.Meter;

/**
 * The result of loading the readings of one meter in one run.
 *
 * @param meter the meter as used
 * @param firstS its first reading now
 * @param lastS its last reading now
 * @param added readings that were not known
 * @param changed readings whose value was another before
 * @param same readings that were known
 * @param skipped readings whose local time does not exist
 * @param difference hours less readings, in millionths; 0 when no energy is lost or invented
 * @param reached whether what arrived late changes more than the window that was judged
 * @param failure why the readings could not be judged, so that the meter has no days; else null
 */
public record MeterReport(
    Meter meter,
    long firstS,
    long lastS,
    long added,
    long changed,
    long same,
    long skipped,
    long difference,
    boolean reached,
    String failure)
    implements Serializable {

  /** Of a meter all whose readings were withdrawn. */
  static MeterReport withdrawn(Meter meter, long changed) {
    return new MeterReport(meter, Long.MAX_VALUE, Long.MIN_VALUE, 0, changed, 0, 0, 0, true, null);
  }

  /** Whether any reading counts. */
  public boolean holdsReadings() {
    return firstS <= lastS;
  }

  static MeterReport setApart(Meter meter, String failure) {
    return new MeterReport(meter, Long.MAX_VALUE, Long.MIN_VALUE, 0, 0, 0, 0, 0, false, failure);
  }
}
