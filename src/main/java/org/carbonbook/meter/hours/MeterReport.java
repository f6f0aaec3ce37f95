package org.carbonbook.meter.hours;

import java.io.Serializable;
import org.carbonbook.meter.registry.Meter;

/**
 * What came of the readings of one meter in one run.
 *
 * @param meter the meter as used
 * @param firstS its first reading now
 * @param lastS its last reading now
 * @param fresh readings that were not known
 * @param changed readings that said something else before
 * @param same readings that were known
 * @param skipped readings whose local time does not exist
 * @param conserved whether the hours add up to the readings
 */
public record MeterReport(
    Meter meter,
    long firstS,
    long lastS,
    long fresh,
    long changed,
    long same,
    long skipped,
    long conserved)
    implements Serializable {}
